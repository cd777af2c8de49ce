"""Characters that a reader takes for plain ones, beyond those that Unicode itself says are the same."""

_PAIRS = (
    # Cyrillic, small and capital.
    ("абвгеёһіїјкӏмнопрсԛѕтуиԝшхьԁԍғҝңѵ", "abbreehiijklmhonpcqstyuwwxbdgfkhv"),
    ("АВЕЁЅІЇЈКМНОРСԚТУЅԜХҮѴԌҒ", "ABEESIIJKMHOPCQTYSWXYVGF"),
    # Greek.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αβγεηικνορστυχωϲϳ", "abyenikvopotuxwcj"),
    # Armenian, Cherokee and Lisu.
    ("օսհոցզյԼՕՏ", "ouhngqjLOS"),
    ("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᏔᏃᏀ", "ABCDEHJKLMPRSTVWZG"),
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHIJKLMNOPRSTUVWXYZ"),
    # Latin small capitals and letters of the phonetic alphabet.
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    ("ɑɛɡɦɩɨʝɭɱɲɵʂʋʐȷɐɹʃ", "aeghiijlmnosvzjars"),
    # Letters with strokes and hooks, which Unicode does not take apart.
    ("øØđĐðÐłŁıħĦŋŊəƏŧŦɓƁɗƊƙƘŀĸſƒɇɍɏƶȼɋ", "oOdDdDlLihHnNeEtTbBdDkKlksferyzcq"),
    # Quotation marks, dashes, and signs that stand between the parts of a reference.
    ("’‘‛ʼʹ′`´ʻˈ＇“”„″‐‑‒–—―−⁃﹣", "'''''''''''\"\"\"\"---------"),
    ("⁄∕∗⁎٭·∙․⁚∶", "//***...::"),
)
_SEVERAL = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
_BLANK = "\u1160\u115f\u2800\u3164\uffa0"
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ENCLOSED = (0x1F130, 0x1F150, 0x1F170, 0x1F1E6)  # squared, and circled or squared on black, and as in flags

_SINGLE = {odd: plain for odds, plains in _PAIRS for odd, plain in zip(odds, plains, strict=True)}
# A small letter's capital reads as the capital of what it reads as, unless the table says otherwise.
_CAPITALS = {odd.upper(): plain.upper() for odd, plain in _SINGLE.items() if len(odd.upper()) == 1}

LOOK_ALIKES: dict[int, str] = {
    **{ord(odd): plain for odd, plain in (_CAPITALS | _SINGLE | _SEVERAL).items()},
    **dict.fromkeys(map(ord, _BLANK), ""),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
    **{first + place: chr(ord("A") + place) for first in _ENCLOSED for place in range(26)},
}
