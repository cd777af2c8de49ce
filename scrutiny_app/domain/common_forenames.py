"""Forenames that are common in Britain, from general knowledge: enough to see two people where one should be."""

COMMON = frozenset(
    """
    aaron abbie abby abdul abdullah abigail abu adam adele adrian agnes ahmed aidan aimee aisha alan alana alastair
    albert alec alex alexander alexandra alfie alfred ali alice alicia alison alistair allan allen alma amanda amber
    amelia amina amir amy ana andrea andrew andy angela angus anita ann anna anne annie anthony antonio archie
    arthur asha ashley asif audrey ava ayesha barbara barry beatrice becky benjamin bernadette bernard beth
    bethany betty beverley bill billy bob bobby brandon brenda brendan brian bridget bruce bryan callum cameron carl
    carla carly carol caroline carolyn carrie catherine cathy charlene charles charlie charlotte chelsea cheryl
    chloe chris christian christina christine christopher claire clare clive colette colin connor conor courtney
    craig cynthia daisy damian daniel danielle danny daphne darren dave david dawn dean deborah declan denise dennis
    derek desmond diana diane dominic donald donna doreen doris dorothy douglas duncan dylan eamon edith edward
    eileen elaine eleanor elena eli elias elizabeth ella ellen ellie elliot elliott elsie emily emma eric erica erin
    ernest esther ethan eva evan eve evelyn evie ewan faisal faith farah fatima fay felicity fern fiona florence
    frances francesca francis frank fred freddie frederick freya gail gareth gary gavin gemma geoff geoffrey george
    georgia georgina gerald geraldine gerard gill gillian gina gladys glen glenn gloria gordon grace graeme graham
    greg gregory gwen hannah harold harriet harrison harry harvey hassan hayley hazel heather helen helena henry
    hilary holly hope howard hugh hussain ian ibrahim imogen imran irene iris isaac isabel isabella isabelle isla
    ivan ivy jack jackie jacob jacqueline jade jake james jamie jan jane janet janice jasmine jason jay jean jeff
    jeffrey jemma jennie jennifer jenny jeremy jerry jessica jill jim jimmy jo joan joanna joanne jodie joe joel
    john johnny jon jonathan jordan jose joseph josephine josh joshua joyce juan judith judy julia julian julie june
    justin kai karen karl kate katherine kathleen kathryn katie kay kayleigh keiran keith kelly kelvin ken kenneth
    kerry kevin khalid kieran kim kimberley kirsty kofi kwame kyle lance laura lauren lawrence leah leanne lee leila
    leo leon leonard lesley leslie lewis liam lily linda lindsay lindsey lisa liz lois lola lorna lorraine louis
    louise lucas lucy luke lydia lynda lyndsey lynn lynne mabel madison maisie malcolm mandy marc marcus margaret
    maria marian marie marilyn marion mark marlene martha martin martyn mary mason matilda matthew maureen maurice
    max maxine megan melanie melissa mia michael michaela michelle miguel mike millie miriam mohamed mohammad
    mohammed moira molly monica morag morgan muhammad muriel nadia nancy naomi nasreen natalie natasha nathan neil
    niall niamh nicholas nick nicola nicole nigel nikki noah noel nora norma norman oliver olivia omar oscar owen
    paige pamela patricia patrick paul paula pauline pearl peggy penelope penny peter petra phil philip phillip
    phoebe phyllis pippa poppy priya rachael rachel ralph ravi raymond rebecca reece reggie rhiannon rhys rhona
    richard rita rob robert roberta robin rodney roger roisin roland ron ronald ronnie rory rosa rosalind rose
    rosemary rosie ross roxanne roy ruby rupert russell ruth ryan sabrina sadie saeed sally salma sam samantha
    samina samir samuel sandra sara sarah sasha saul scott sean sebastian shane shannon sharon shaun sheila shelley
    sheryl shirley sian sidney sienna simon siobhan sofia sonia sophia sophie stacey stan stanley stella stephanie
    stephen steve steven stewart stuart sue sunita susan suzanne sybil sylvia tamara tania tanya tara tariq teresa
    terence terry tessa thelma theo theresa thomas tim timothy tina toby todd tom tommy tony tracey tracy trevor
    trisha tyler tyrone una ursula usman valerie vanessa vera verity veronica victor victoria vikki vincent viola
    violet virginia vivian vivien walter warren wayne wendy wilfred will william winifred xavier yasmin yusuf yvette
    yvonne zachary zainab zara zoe
    """.split()
)
