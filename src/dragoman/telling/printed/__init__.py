"""What commands print of trees, pairs and quotations: lines for people, data for programs."""
