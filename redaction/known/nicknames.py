"""British short and pet forms of forenames; a line is one family, the full forms before the colon."""

from functools import cache

_FAMILIES = """
abigail: abby abbie abi gail; adam: ads addy; agnes: aggie; albert: al bert bertie alby; alexander alexandra alexandria: alex al alec sandy xander lex sasha
alexandra: alex lexi lexie sandra; alfred: alf alfie fred; alice alicia: ali allie; alison: ali aly; amanda: mandy manda; amelia emilia: millie milly amy mel
andrew: andy drew andi; angela angelina: angie ange; anne ann anna: annie nan; annabel annabelle: bel anna; anthony antony: tony ant tone; antonia: toni
archibald: archie baldy; arthur: art artie; audrey: aud; augustus augustine: gus; barbara: barb babs barbie; barnaby: barney; barry: baz bazza; bartholomew: bart
beatrice beatrix: bea bee trixie; belinda: bel linda bindy; benedict benjamin bennett: ben benny benji benjy; bernadette: bernie; bernard: bernie; bradley: brad
bethany bethan elizabeth: beth; bridget: bridie biddy; bronwen: bron; caitlin kaitlyn: cat caz kate; calum callum malcolm: cal; cameron: cam; carol caroline carolyn: caz caro carrie lyn
catherine katherine kathryn cathryn kathleen katharine katarina: cath kath cathy kathy kate katie katy kat kit kitty kay; cecilia: cissy cece; charles: charlie chas chuck chaz
charlotte: charlie lottie lotty char chaz tottie; christine christina christian christopher kristina: chris chrissy chrissie kris tina kit topher; claudia: claud; clive: cliff
clifford: cliff; constance: connie; cornelius: con neil; craig: craigy; cynthia: cindy; cyril: cy; daniel: dan danny dannyboy; danielle daniella: dani danni dan ella
darren: daz dazza; david dafydd: dave davy davey dai taff; deborah debra: deb debs debbie debby; declan: dec; dennis denis: den denny; denise: den; derek: del dez
desmond: des desi; dominic dominique: dom nic; donald: don donny; dorothy: dot dottie dolly dora; douglas: doug dougie; duncan: dunc; dylan: dyl
edith: edie; edmund: ed eddie ned; edward: ed eddie ted teddy ned ward; edwin: ed eddie; eileen: ei; eleanor ellen elena: ellie nell nelly nora lena ella elle; emily: em emmy millie
elizabeth elisabeth: liz lizzie lizzy beth bess betty betsy libby eliza lisa elsie lilibet; emma: em emmie; eric: rick ricky; ernest: ernie; esther: essie hester; ethan: eth; eugene: gene
eve evelyn: evie; florence: flo florrie flossie; frances: fran franny frankie; francis: frank frankie fran; frank franklin: frankie; frederick frederic: fred freddie freddy
gabriel gabrielle gabriella: gabe gabby gaby; gareth: gaz gary gazza; gary: gaz gazza; gavin: gav; gemma: gem gemmie; geoffrey jeffrey: geoff jeff; george georgina georgia: georgie gina geordie
gerald gerard: gerry jerry ged; geraldine: gerry; gilbert: gil bert; gillian jillian: gill jill jilly; gordon: gord gordy; graham graeme: gray; grace: gracie; gregory: greg gregg; gwendoline gwen: gwennie wendy
hannah: han nan; harold: harry hal; harriet: hattie harry; harrison: harry; harvey: harv; heather: hev; helen helena: nell nellie lena; henry: harry hal hank; henrietta: hettie etta
herbert: bert herb; hilary: hil; howard: howie; hubert: hugh bert; hugh: hughie; humphrey: hump; ian iain: e; imogen: immy imo; irene: rene; isaac: ike zac; isabel isabella isobel: izzy bella issy belle isa
jacob: jake jay cob; jacqueline: jackie jacqui jacky; james: jim jimmy jamie jem jay; jane: janey jan; janet: jan; janice: jan; jason: jay jase; jasmine: jas jaz jazz; jean: jeannie; jennifer: jen jenny jenni jenna
jeremy: jez jerry jem; jerome: jerry; jessica: jess jessie; joan: joanie; joanne joanna: jo joey; jocelyn: joss; john: jack johnny jon jackie; jonathan: jon jonny jonno nathan; jordan: jord jordy
joseph: joe joey jos; josephine: jo josie jojo; joshua: josh; joyce: joy; judith: judy jude; julia julie juliet: jules ju; julian: jules; justin: juz; karen: kaz; kelly: kel; kenneth: ken kenny; kerry: kez
kevin: kev; kieran: kier; kimberley kimberly: kim kimmy; kirsty kirsten: kirst; lauren laura: lo laurie loz; lawrence laurence: larry laurie loz lol; leanne: lee; leonard leo: len lenny leo; leslie lesley: les; lewis louis: lew lou louie
lillian lilian lily: lil lilly; linda: lin lindy; louise louisa: lou lulu; lucy lucinda: lu luce cindy; luke lucas: lu; lydia: lyddie; lynn lynne: lyn; madeleine madeline: maddy maddie mads
malcolm: mal malc; mandy: mand; marcus mark: marky; margaret: maggie meg megan peggy peg madge marge margie greta daisy rita mags maisie; maria: mia ria; marian marion: maz; marilyn: maz lyn
martin: marty mart; martha: mattie marty; mary: molly polly mae may mamie; matilda: tilly tilda mattie; matthew: matt matty; maureen: mo maur; maurice: mo morry; maxwell maximilian: max; melanie: mel
melissa: mel lissa missy; mervyn: merv; michael: mike mick mickey micky mikey mitch; michelle: shell chelle mich; mildred: millie; miriam: mim mimi; mohammed muhammad mohammad mohamed: mo moh moe hammy; monica: mon; morgan: mog
natalie natasha: nat tash nats tasha; nathan nathaniel: nat nate nath; neil: neily; nicholas nicolas: nick nicky nico; nicola nicole: nic nicky nikki nik; nigel: nige; norman: norm; norma: norm; oliver: ollie olly noll; olivia: liv livvy olly
oscar: ozzy os; oswald: oz ozzie; owen: owny; pamela: pam pammy; patricia: pat patsy trish tricia patty trisha; patrick: pat paddy rick; paul: pauly; paula pauline: polly; penelope: penny pen; percival: percy; peter: pete petey
philip phillip: phil pip; philippa: pip pippa phil; phyllis: phyl; priscilla: cilla; prudence: pru; rachel rachael: rach rae ray; ralph: ralphie; raymond: ray; rebecca: becca becky bex becks; reginald: reg reggie; rhiannon: rhi; rhys: rhysie
richard: rich richie rick ricky dick dickie; robert: rob bob bobby robbie bert rab; roberta: bobbie; robin: rob; roderick: rod roddy; rodney: rod roddy; roger: rog; roland: roly; ronald: ron ronnie; rosalind: ros roz; rosemary rose: rosie ro romy
rowena: ro; roy: royston; rupert: rupe; russell: russ rusty; ruth: ruthie; samantha samuel: sam sammy sammie; sandra: sandy san; sarah sara: sally sal sadie; scott: scotty; sean shaun: shauny; sebastian: seb bas; sharon: shaz shazza shar
sheila: shel; shirley: shirl; sidney sydney: sid syd; silvia sylvia: syl; simon: si; sophia sophie: soph; stacey: stace; stanley: stan; stella: stel; stephen steven: steve stevie ste; stephanie: steph stef stevie; stuart stewart: stu stew; susan suzanne susannah: sue susie suzie suzy su
tabitha: tabby; teresa theresa: terry tess tessa tracy; terence terrence: terry tel; thelma: thel; theodore: theo ted teddy; thomas: tom tommy thom; timothy: tim timmy; tobias: toby tobe; tracey tracy: trace; trevor: trev; valerie: val; vanessa: nessa ness van
vera: vee; verity: vee; veronica: ronnie vron; victor: vic; victoria: vicky vicki vikki tori vic; vincent: vince vinnie vin; violet: vi; virginia: ginny ginger; vivian vivien vivienne: viv; wallace: wally; walter: wal walt wally; warren: waz; wayne: waz; wendy: wend
wilfred: wilf; william: will bill billy willy willie liam wills; winifred: win winnie; yvonne: von vonnie; yvette: vet; zachary zacharias: zac zach zack; zoe: zo
abdul abdullah: abs ab; ahmed: ahmad med; aleksandra aleksander: ola alex olek; bartosz: bartek; bogdan: bodzio; ekaterina: katya; fatima: fatty tima; hassan: has; hussain: huss; ibrahim: ibby ibra; ivan: vanya; katarzyna: kasia; krzysztof: krzys chris
małgorzata malgorzata: gosia; mateusz: mati; mihai: misu; mustafa: mus musty; natalia: talia nat; oluwaseun: seun; pawel: paul; piotr: peter; rahim: rah; stanislaw: stan staszek; tomasz: tomek; usman: uz; wojciech: wojtek; yusuf: yus joe; zbigniew: zbyszek; agnieszka: aga
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    """Map each form to the others of its families; a pet form leads to the full forms, which lead to all."""
    table: dict[str, set[str]] = {}
    for family in _FAMILIES.replace("\n", ";").split(";"):
        full, _, pet = family.partition(":")
        for name in full.split():
            table.setdefault(name, set()).update(pet.split())
            for short in pet.split():
                table.setdefault(short, set()).add(name)
    return {name: frozenset(others - {name}) for name, others in table.items()}


def nicknames(forename: str) -> frozenset[str]:
    """Give the other forms by which a folded forename is known, both ways."""
    table = _table()
    near = table.get(forename, frozenset())
    through = {other for name in near if forename in table[name] for other in table[name] if len(other) < len(name)}
    return (near | (through if len(near) < len(through) and len(forename) < 6 else frozenset())) - {forename}


def shortenings(forename: str) -> frozenset[str]:
    """Give forms that people coin by cutting a folded forename short: Kath, Gor, Debs, Dannie."""
    if len(forename) < 5:
        return frozenset()
    cuts = {forename[:length] for length in range(3, len(forename))}
    stems = {forename[:3], forename[:4], forename[:3] + forename[2]}
    return frozenset(
        cuts | {stem + ending for stem in stems for ending in ("y", "ie", "s", "o", "a", "z", "za") if len(stem) > 2}
    )
