"""Pure chart functions: a frame in, a Chart out."""
