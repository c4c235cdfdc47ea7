"""How well the search ranks, against judgements made by people: files in, figures out."""
