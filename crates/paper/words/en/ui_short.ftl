# Words of short forms and of requests drafted out of another.

about-title = Letters about this request
verb-request-supplemented = Supplemented by another letter
verb-request-amended = Amended by another letter
verb-request-reminded = Reminder sent
verb-request-confirmed = Oral request confirmed in writing
verb-request-part-withdrawn = A part withdrawn
convert-title = Draft another request out of this one
convert-lead = What both forms ask for is carried over; the rest is left open. The new draft is checked, approved and sent like any other, and this request stays as it is.
convert-none = Nothing can be drafted out of this request.
convert-keep = Preserve the data now
convert-keep-measure = Preserve now the data of measure { $n }: { $measure }
convert-assistance = Ask for mutual legal assistance
refusal-convert = No such request can be drafted out of this one.
    .action = Choose one of the ways offered.
