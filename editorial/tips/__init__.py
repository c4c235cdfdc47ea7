"""Tips from outside: *Deel uw praktijk* and *Vertel uw poging*, from the form to a draft or an answer."""
