"""One document becomes what it says. Pure and stateless: it runs anywhere, in parallel."""
