"""The way in without a window: asks the directory from a command line. No Qt."""
