"""Who said what: our attributions and others', scored on labelled coverage."""
