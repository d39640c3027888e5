"""The directory of listings: opened for reading, asked with a Query, answers with Results. No Qt."""
