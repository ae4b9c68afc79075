"""What kind of event or attribute a claim is of: a linear model over its words, its figure and its article."""
