"""What packages are made of; whole packages are tried by `make package-test`."""
