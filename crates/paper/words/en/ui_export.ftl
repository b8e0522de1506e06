# Taking cards out in the formats of others.

verb-card-exported = Card taken out in another format
may-card-export = Take cards out in the formats of others

export-title = Take a card out
export-text = Other programs read one of these formats. You see what the format loses of the card before anything is taken out.
export-format = Format
export-format-stix = STIX 2.1
export-format-misp = MISP event
export-format-ftm = FollowTheMoney, without labels: only what is for everybody
export-format-ftm-with-labels = FollowTheMoney, with our labels
export-look = See what is lost
export-take = Download the file
export-carried = Said as it is
export-coarsened = Said less exactly
export-dropped = Not said
export-foot = The file leaves the node. The ledger notes that you took it.

refusal-export-nothing = Nothing of this card is for its recipient today, so nothing is written.
refusal-export-label = This format has no words for the label of the card. Choose another format; a looser label is never written.
refusal-export-copy = The label of this card keeps it in the node. Ask its owner to let it be copied.
refusal-import-unread = The file could not be read (at: { $place }). Nothing of it was taken. Ask its sender for it anew.
refusal-intake-red = Its sender marked it for named persons only: no record may hold it. Ask the sender for a wider mark.
