"""Tables in, directory out: reads, checks and builds. No Qt."""
