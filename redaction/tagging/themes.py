"""What the words near a word are about: work, help, places to be barred from, names online, what people are called.

Like the classes of words, they are as they were when the model was trained.
"""

_THEMES = (
    "work works worked working employed employer employee employment job jobs shift shifts apprentice apprenticeship "
    "placement volunteer volunteers volunteering agency temp trainee occupation wages boss colleague sacked drives "
    "cleans cooks supervisor foreman company firm business trade runs owns",
    "referred referral refer signposted signpost session sessions appointment appt support supported course programme "
    "workshop counselling donation donate attend engage engaging engaged registered assessment mentor mentoring "
    "caseworker keyworker charity service services mediation scheme project provider intervention awareness advice",
    "banned barred outside inside cctv entered branch store pub bar shop stopped premises venue landlord landlady "
    "licensee bouncer door left leaving seen towards past opposite stood parked drank drinking till checkout",
    "insta instagram snap snapchat tiktok telegram account accounts username handle profile page posted post discord "
    "facebook channel group gamertag user video clip story chat messages messaged online followed blocked seller",
    "called known nickname nicknamed aka alias goes calls call named saved listed lad bloke fella guy girl mate mates",
    "school college pupil student teacher gp hospital surgery ward nurse doctor clinic vet nursery year form head "
    "academy university lessons class tutor dentist chemist admitted discharged stitches",
    "solicitor sol solr brief rep legal lawyer law interpreter advised represented duty",
    "read typed noted minutes minuted chair chaired present apologies action actions update updated signed initialled "
    "entry review visit health education attendance note notes taken checked completed",
)

THEME: dict[str, int] = {}
for _number, _words in enumerate(_THEMES):
    for _word in _words.split():
        THEME[_word] = THEME.get(_word, 0) | 1 << _number
