"""Makes the sheet of paper that a person takes home: listings in, a tagged PDF or its pages out."""
