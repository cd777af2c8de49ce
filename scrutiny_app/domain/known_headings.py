"""Other words for the schema's headings, as British records systems and the people who type extracts write them.

Behind `=` stand words that mean one field wherever they stand; behind `?` those that do not say whose or which, so that
a person must. They are written from public knowledge of such systems' field names.
"""

from collections.abc import Iterator

CASES = """
case_number = case ref; case reference; case ref no; case id; case no; case reference number
case_number ? referral id; referral ref; referral reference; referral number; entry id; entry ref; uid; disposal uid;
    case uid; file number; occ file number; file ref; file reference; occ file ref; urn; reference; ref; unique
    reference; unique reference number; record id; id; record number; reference number; our ref; disposition number;
    mtc id; mtc ref; mtc number; mtc no; mtc reference; suspect outcome ref; suspect outcome reference; suspect outcome
    id; outcome ref; outcome reference
crime_number = crime no; crime ref; crime reference; crime reference number; crime ref no; crn; crime id; occurrence
    number; occurrence no; occurrence ref; occurrence reference; occurrence; crime report number; cris number; cris no;
    niche number; niche occurrence; niche occurrence number; athena number; investigation number; investigation
    reference; investigation no; crime urn; incident crime number; offence reference; offence number; crime record
    number
crime_number ? crime file number; crime report; force ref; force reference; force crime ref; occ ref; niche ref; athena
    ref; connect ref; niche; athena; occ no; crime; report number; investigation; cr no; cr number; cr ref
force = police force; force name; constabulary; force area; owning force
force ? organisation; agency; force code
area = lpa; bcu; lpt; district; bocu; local policing area; policing area; division; basic command unit; lpa name; bcu
    name; policing district; borough; command unit; neighbourhood; area name; local authority; local policing unit;
    lpu; csp; lpa code; bcu code; command area; command area name
area ? hub; base; patch; cluster; zone; precinct; quadrant; hub name; locality name; base name; patch name; sector name
area ? home station; station name; home base; response base; snt; team name; where based; based at
area ? beat; station; sector; team; neighbourhood team; policing team; location area; team area; beat code; ward
offence_code = ho code; home office code; ho offence code; home office offence code; ho class; home office class; hocr
    code; cjs code; cjs offence code; offence ho code; ho classification; home office classification; pnld code; ho
    class subclass; home office class subclass
offence_code ? notifiable code; notifiable offence code; class; classification; classification code; crime code; class
    code; ho stats class; ho stats code; stats class; stats classification; home office stats class; ho statistics
    class; ho counting class
offence_title = offence title; offence description; offence name; offence wording; offence desc; offence committed;
    principal offence; main offence; crime description; offence details; occurrence type
offence_title ? offence free text; offence text; what for; offence classification; crime classification; charge; crime
    category; description of offence; offence 1; crime type; offence type
offence_group = ho group; hmic group; hmicfrs group; ho offence group; home office offence group; offence category;
    crime group; offence class; offence grouping; offence family; crime tree level 2; offence subgroup; offence sub
    group; hocr group
offence_group ? category; group; crime class
class_of_trial = trial class; mode of trial; triable; trial type; court class
class_of_trial ? seriousness; class of offence
offence_date = date of offence; date committed start; offence start date; offence date from; date offence committed;
    committed date; date committed; offence from date; occurred date; date occurred; committed from; occurrence date;
    offence committed date; offence start; start date of offence; crime date; date of crime; offence occurred from;
    committed on or from; committed from date; date committed from; committed date from; offence committed from;
    offence occurred date; offence occurred; date offence occurred; offence happened; offence committed from date;
    first date of offence; occurred from; occurred on; occurred start; occurred from date; committed on
offence_date ? happened; happened on; date it happened; took place; when it took place; incident date; date of
    incident; from date; date from; start date; occurrence start date; occ start
reported_date = offence reported; offence reported date; offence reported at; reported at; rep date; date reported;
    report date; reported on; reported to police; date reported to police
reported_date ? date created; crime created; date opened; entered date; recorded date; date recorded; created date;
    date crime recorded; crime recorded date
outcome_code = ho outcome; home office outcome; outcome number; outcome no; ho outcome code; home office outcome code;
    crime outcome; outcome type code; hocr outcome; outcome ho code; crime outcome code; ho outcome number; outcome
    type number; crime outcome number
outcome_code ? clearance code; clearance; clearance type; outcome; outcome type; final outcome; result code
disposal = disposal type; disposal method; method of disposal; type of disposal; ooc disposal; oocd type; ooc type;
    oocr type; out of court disposal; out of court resolution; resolution type; disposal name; disposal given; disposal
    description; ooc disposal type; out of court disposal type; out of court resolution type; type of resolution
disposal ? how ended; how it ended; how finished; how it finished; how closed
disposal ? pathway; pathway taken; pathway chosen; pathway given
disposal ? ooc kind; oocd kind; kind of disposal; disp type; disposal given code; what they got; outcome description;
    outcome title; result; disposal code; resolution; outcome name; what given; disposition; how dealt with; dealt with
    by way of; finalisation type; finalisation method; finalised as; type of finalisation; disposal type code;
    resolution code; disposal outcome
tier = tier level; cr tier; cr level; community resolution level; community resolution tier; community resolution type;
    level of cr; disposal tier; disposal level; resolution level; resolution tier
tier ? level; cr type
decision_date = date of decision; decided date; date decided; decision made date; decision made on; date decision made;
    disposal decision date
decision_date ? outcome decision date; resolution decision date; confirmed date; date confirmed; reviewed date;
    approved date; authorisation date; date authorised;
    authorised date; outcome approved date; outcome authorised date; panel date; date of panel; joint decision panel
    date; jdp date
disposal_date = date finalised; disposal final date; disposal finalised date; finalised date; date of disposal; outcome
    date; date of outcome; finalisation date; disposed date; date disposed; date issued; issued date; date given;
    disposal given date; resulted date; date resulted; date of issue; outcome recorded date; disposal issued date; date
    administered; oocd date; ooc date; oocr date; result date; resolution date; date of resolution; outcome issued
    date; disposal issued; outcome given date; outcome date issued
disposal_date = clearance date; date of clearance
disposal_date ? disp auth date; disposal authorised date; date outcome rec; outcome
    rec date; signed on; date signed; date done; completed date; completion date; date completed; end date; date;
    closed date; date closed; filed date; date filed; closure date; date dealt; date dealt with; dealt date; dealt with
    date; date delivered; delivered date; delivered; delivered on; disposal delivered; cr date; date of cr; date cr
authorising_rank = authorised by rank
authorising_name = authorising officer name; authoriser; authorised by; authoriser name; approved by; approving
    officer; authorising supervisor; approver; approver name; authorising inspector; authorising inspector name
authorising_rank ? auth grade; authorised by grade; auth rank; authority grade; authority rank
authorising_name ? auth name; authorised by name; authority; signed off by; outcome approved by; disposal approved by;
    outcome authorised by; disposal authorised by; decision approved by
offender_name ? who; person dealt with; name of person dealt with; recipient; name of yp; name of young person; yp
    name; yp; young person; young person name; name of child
victim_1_name ? person harmed; persons harmed; victim list; victims list; list of victims; vic list; vics list
offender_age ? age occ; age at occ; age at occurrence; offender age occ; subject age occ
offender_age ? age; ages; age years; nominal age; person age; age at time; yp age; young person age
offender_vehicle = vrm; vehicle registration; suspect vehicle; suspect vrm; vehicle reg; registration mark; offender
    vrm; vehicle index; vehicle registration mark; subject vehicle
offender_vehicle ? vehicle; registration; nominal vrm; person vrm
sex = offender sex; suspect sex; offender gender; suspect gender; sex of offender; gender of offender; accused gender;
    subject gender; subject sex; accused sex; defendant sex; defendant gender; sex of suspect; gender of suspect
sex ? male female; gen; gend; gndr; gender; nominal sex; nominal gender; person gender; person sex; m f
ethnicity = self defined ethnicity; self classified ethnicity; ethnicity self defined; sde; ethnicity sde; suspect
    ethnicity self defined; offender self defined ethnicity; suspect self defined ethnicity; self defined ethnic group;
    16 1 ethnicity; 16 1; sde code; ethnicity 16 1; offender ethnicity self defined; ethnic appearance self defined; 18
    1 ethnicity; self defined ethnicity code; ethnicity self defined 16 1; subject self defined ethnicity; subject sde
ethnicity ? self defined; ethnicity; suspect ethnicity; offender ethnicity; ethnic group; ethnic code; ethnic origin;
    subject ethnicity; race; ethnicity sd; sd ethnicity
witnesses = witness; witness names; witness name; names of witnesses; witness details; witness 1; witness 2
witnesses ? wits
third_parties = third party; other parties; other persons; other people; third party names; other persons involved;
    other people involved; associated persons; other named persons; persons mentioned; appropriate adult name; parent
    name; guardian name; parent guardian name; parent or guardian name; name of appropriate adult; name of parent
third_parties ? others; involved persons; nominals; linked nominals
officer_name = oic; oic name; officer in case; officer in the case name; investigating officer; investigating officer
    name; io; officer name; reporting officer; dealing officer; investigator; oic full name; owning officer; io name;
    officer in charge; issuing officer
officer_name ? referring officer; referring officer name; dealt with by; officer; owner; allocated to; assigned to
officer_number = oic number; oic staff id; oic staff number; oic collar number; collar number; oic no; warrant number;
    oic warrant number; oic pin; oic id; officer collar number; officer id; officer no; oic shoulder number; shoulder
    number; oic fin; io number; officer in the case number; officer warrant number; oic collar no; oic force number;
    collar no; epaulette number; oic collar; io epaulette; oic epaulette; officer collar; oic warrant; officer warrant;
    investigating officer collar number; investigating officer collar no; investigating officer number; investigating
    officer no; investigating officer warrant number; investigating officer collar
officer_number ? service number; owner badge; badge; referring officer collar; referring officer number; pin; force
    number; officer pin; staff id; fin; badge no; badge number; collar
supervisor_name = supervisor name; supervising officer; supervising officer name; oic supervisor; supervising sergeant;
    reviewing supervisor; oic sergeant; supervisory officer; supervised by; team sergeant
supervisor_name ? reviewing officer; reviewed by; manager; sergeant; line manager
supervisor_number = supervisor collar number; supervisor no; supervisor id; supervising officer number; supervisor
    collar no; supervisor warrant number; supervising officer collar number; supervisor pin; supervisor fin; supervisor
    collar; supervising officer collar; supervisor warrant; supervising officer warrant
decision_maker_name = decision maker; decision maker name; decision made by; deciding officer; decision maker full
    name; edm; evidential review officer; ero; decision taken by; deciding officer name; ero name
decision_maker_name ? finalising officer; finalised by; closing officer; decision by; dec by; gatekeeper
decision_maker_rank = decision maker s rank; edm rank
decision_maker_rank ? rank; dec rank
decision_maker_number ? dec no; dec number
decision_maker_number = decision maker collar number; decision maker no; decision maker id; deciding officer number;
    decision maker warrant number; decision maker collar no; ero collar number; ero number; deciding officer collar
    number; decision maker collar
domestic_abuse = abuse domestic; da flag; da; dv flag; domestic abuse flag; domestic violence; domestic; dv; da
    related; domestic abuse related; domestic element; domestic flag; da marker; domestic abuse marker; domestic
    incident; domestic violence flag; is domestic abuse; domestic abuse indicator; da indicator
hate = hate crime; hate flag; hate crime flag; hate marker; hate crime marker; hate related; is hate crime; hate
    incident; hate crime indicator; hate indicator
hate ? crime hate; hate motivation; hate type; hate category; hate strand; motivation; hc; hate element; prejudice;
    hate crime strand
weapon = weapon flag; weapon used; weapons flag; weapon marker; weapon involved; weapons; weapon indicator
weapon ? weapon enabled; knife enabled flag; knf; is knife; weapon element; knife weapon; knife or weapon; knife;
    firearm; method weapon; knife crime; knife flag; knife crime flag; bladed article; knife enabled
sexual = sexual offence; sexual flag; sexual offence flag; sexual marker; sexual element; sexual offence marker; rasso;
    sexual indicator; is sexual offence; rasso flag; sex offence; sex offence flag
child_involved = child flag; child at risk; child marker; child involved flag; child present; children involved; child
    at risk flag; child indicator
child_involved ? child; cse; vulnerable child; child victim; cse flag; child protection; child concern
flags = flag; all flags; crime flags; flags and markers; crime markers
flags ? markers; risk markers; warning markers; keywords; qualifiers; tags; flag list; aggravating flags; risk flags
admission = admitted; admission made; full admission; admission type; offence admitted; admits offence; admits
    responsibility; acceptance of responsibility; responsibility accepted; admission of guilt; suspect admission;
    offender admission; accepts responsibility; admissions; suspect admitted offence; suspect admitted; suspect admits
    offence; offender admitted offence; admitted offence
admission ? accepted; response; plea; admits; admitted y n; admission y n; admits y n
previous_outcomes = previous disposals; number of previous disposals; no of previous oocds; previous oocd; previous
    oocds; previous ooc; no of previous outcomes; number of previous outcomes; previous oocrs; prev disposals; number
    of previous oocrs; previous ooc disposals; previous disposal count; previous outcome count
previous_outcomes ? offender previous; suspect previous
previous_outcomes ? previous ooc count; number of previous out of court disposals; previous out of court disposals;
    previous; antecedents; precons; previous history; previous convictions; previous cautions; previous offences
gravity_matrix = matrix used; matrix; gravity matrix version; matrix version; gravity matrix used; gravity factor
    matrix; npcc matrix; which matrix
gravity_initial = initial gravity score; gravity score initial; starting gravity score; initial gravity; matrix score
    initial; initial score; gravity factor initial; gravity start score; initial matrix score
gravity_initial ? gravity start; gravity; score; matrix score; gravity score; matrix score raw; gm; yju gravity; yjs
    gravity; yot gravity; panel gravity
gravity_final = gravity end; final gravity score; final gravity; gravity score final; final score; adjusted gravity
    score; gravity end score; matrix score final; gravity factor final; final matrix score; overall gravity score;
    matrix score adjusted
gravity_working = gravity rationale; gravity factors; aggravating and mitigating factors; aggravating factors;
    mitigating factors; gravity score rationale; gravity matrix rationale; matrix rationale; aggravating mitigating
    factors; gravity notes; matrix justification; gravity justification
gravity_working ? factors
gravity_initial ? gm start; gm initial; gm first; gm 1; gravity 1; matrix 1
gravity_final ? gm end; gm final; gm last; gm 2; gravity 2; matrix 2
officer_number = oic wt no; oic wt number; oic warr no
checks_done = checks; pnc checks; intelligence checks; pnc pnd checks; checks completed; checks conducted; background
    checks; intel checks; pnc check; pnc result; systems checks; system checks
checks_done ? intelligence; previous checks
victim_consulted = was victim consulted; victim views sought; victim consultation; victim engaged; consulted with
    victim; victim consulted y n; victim s views sought; ip consulted; aggrieved consulted; was the victim consulted
victim_consulted ? spoken to victim; victim spoken to; ip cons; victim cons; agg cons; victim contacted; victim contact
    made; vcop compliant; victim informed; ip asked; victim asked
victim_consulted ? ip seen; victim seen; vic seen; aggrieved seen; agg seen; ip contacted; vic contacted; ip spoken to;
    vic spoken to
victim_agreed = victim agrees; victim agreement; victim supports; victim supportive; victim in agreement; agreed by
    victim; victim agreed to disposal; victim consent; victim agrees with disposal; ip agreed; does victim agree;
    victim agrees to disposal; victim agreeable; aggrieved agreed; victim supports disposal; victim agreed outcome;
    victim agrees with outcome; victim agreed with outcome
victim_agreed ? victim happy
appropriate_adult = aa present; appropriate adult present; aa; aa attended; aa used; appropriate adult used; was an
    appropriate adult present; appropriate adult attended
appropriate_adult ? aa required; appropriate adult required
yjs_consulted = yot consulted; yjs consulted; yos consulted; youth offending team consulted; yot contacted; youth
    justice consulted; yot consultation; yjs consultation; yot informed; youth justice service informed; youth
    offending team informed; youth justice team consulted; youth offending service consulted
yjs_consulted ? yot; yjs; yos; yot referral; yjs referral; yos referral; referred to yot; referred to yjs; joint
    decision panel; jdmp
conditions_due = conditions end date; date conditions due; compliance date; conditions expiry date; completion due date;
    condition expiry date; compliance due date; conditions completion due; date for compliance; compliance deadline
conditions_due ? due by; due date; review date; deadline; expiry date; conditions by; done by; do by
conditions_due ? conditions by when; conditions when; final due date; last due date; final due; final deadline
conditions_completed = complied; compliance; complied with conditions; compliance status; compliance outcome;
    successfully completed
conditions_completed ? kept; all kept; kept to; honoured; fulfilled; adhered to; stuck to
conditions_completed ? met; tasks done; tasks completed; completed; successful; done; finished; complete; ended
circumstances = notes of incident; mo; summary; mo text; modus operandi; summary of offence; offence summary;
    circumstances of offence; case summary; incident summary; brief circumstances; summary of circumstances; offence
    circumstances; mo description; occurrence summary; crime summary; what happened; mo notes; summary of incident;
    mg5; mg5 summary; incident details; details of offence; crime notes; brief summary
circumstances ? outline; outline of case; case outline; outline of offence; syn; story; description; details; notes;
    narrative; free text; synopsis; method; dets; investigation summary; occ summary
suspect_account = suspect s version; suspect version; offender account; offender s account; interview summary; summary
    of interview; suspect interview; account of suspect; offender version; accused account; suspect response; interview
    notes; subject account; response to allegation; defendant account; suspect comments; offender comments
suspect_account ? interview; account; interview account
victim_views = victim view; victim s view; vps; victim personal statement; victim wishes; victim s wishes; victim
    comments; views of victim; victim statement; victim impact; victim impact statement; ip views; ip s views;
    aggrieved views; victim feedback; wishes of victim; victim s comments; victim wishes and views; complainant views
victim_views ? vic comments; victim update; vps text; impact; viw; victim account
rationale = decision rationale; disposal rationale; rationale for disposal; reason for disposal; justification;
    rationale for decision; decision maker rationale; reason for decision; ndm rationale; ndm; decision reason; reasons
    for decision; oocd rationale; outcome rationale; public interest rationale
rationale ? notes reason; notes and reason; closure rationale; closing rationale; finalisation rationale; filing
    rationale; closure reason; why not court; reasons given; reason; reasons; decision; decision log; why this disposal
conditions = conditions text; condition details; conditions imposed; details of conditions; conditions set; conditions
    attached; conditions agreed; condition; list of conditions; agreed conditions; condition description; action agreed;
    actions agreed; agreed actions; conditions requirements; conditions and requirements
conditions ? conditions what
conditions ? tasks; tasks set; tasks agreed; interventions; actions; agreement; reparation; terms; to do; what to do;
    has to do; closure conditions; restrictions; restrictions conditions set; restrictions and conditions; restrictions
    or conditions set; disposal conditions; outcome conditions; what was agreed; what they agreed; what is agreed
supervisor_comment = supervisor comments; supervisor review; supervisory review; supervisor s review; sergeant s
    review; supervisor notes; supervisor rationale; sergeant review; supervisors comments; supervision; inspector
    review; supervisory comments; supervising officer comments; supervisor s comments; sergeant comments; supervisor
    endorsement
supervisor_comment ? review; review notes
status = status; case state; current status
status ? workflow state; workflow status; inv status; stage code; referral status; state; stage
youth = youth flag; youth offender; is youth; juvenile; youth y n; youth or adult; adult or youth; adult youth; youth
    adult; under 18; under 18 flag; young offender; juvenile flag; youth indicator; child or adult; suspect under 18;
    offender under 18
youth ? age group; offender type; u18
case_number ? clearance ref; clearance reference; clearance number; clearance no
rationale ? clearance rationale; clearance reason; clearance reasons
authorising_name ? clearance authorised by; clearance approved by
area ? local policing team; command; lpu name; npt
reported_date = date notified; notified date; date notified to police; police notified date
reported_date ? notified on; notified
decision_date ? date agreed; agreed date; date supervisor agreed
decision_date ? date determined; determined date; determined on; determination date
disposal_date = outcome applied on; outcome applied date; date outcome applied
ethnicity ? nominal sde; nominal ethnicity; sde nominal
admission ? responsibility taken; takes responsibility; took responsibility; responsibility
previous_outcomes ? no of prev; no of previous; number of prev; number of previous; num prev
circumstances ? incident precis; precis; what they did; what he did; what she did; what the offender did
suspect_account ? participant comments; client comments; their comments
victim_agreed = victim content with outcome; victim content with disposal; victim happy with outcome; victim happy with
    disposal
victim_views = victim remarks; victim s remarks; remarks of victim
rationale ? determination reasons; reasons for determination; why this way; why this; why this
    pathway; why this route; why this resolution; why this outcome; why dealt with so
conditions ? requirements; requirement; activity; activities; activity 1; activity 2; activity 3
conditions_due ? activity deadline; activity 1 deadline; activity 2 deadline; activity 3 deadline
conditions_completed ? requirements result; requirements outcome; requirements progress; requirements status; conditions
    position; conditions progress; overall progress; progress
status ? rep status; report status; rec status; record status; rep state; report state
status ? record position; case position; desk position; position; current position
status ? journey stage; record state; occ state; occurrence state; form state; case stage; episode state; episode
    status; intervention episode status
conditions ? plan actions; plan content; plan contents; plan details; plan text
circumstances ? occ narrative; occurrence narrative; incident narrative; offence narrative
conditions_completed ? plan result; plan outcome; plan status; plan progress; plan completed; plan completion
conditions_due ? plan end date; plan end; plan ends; plan due date; plan due; plan finish date; plan completion date
suspect_account ? child s account; child s version; child s views of offence; young person s account;
    yp account; yp s account
reported_date ? reported recorded; recorded reported
sex ? boy girl; girl boy
third_parties ? parent carer; parents carers; parent or carer; parent; parents; carer; carers
appropriate_adult ? aa there; aa there y n; aa at interview
status ? tracker status; tracker state; log status; cr stat; crime stat
conditions_completed ? engagement status; engagement outcome; engagement result
conditions_due ? contract end; contract end date; contract ends; agreement end; agreement end date
area = local policing district; neighbourhood policing unit
area ? lpd; npu; lpd name; npu name; lpd code; npu code
victim_consulted ? vcop consulted; vcop contacted; vcop contact; vcop spoken to; vcop engaged; vcop consultation
victim_agreed ? vcop agrees; vcop agreed; vcop agreement; vcop consents; vcop supports; vcop supportive
victim_views ? vcop views; vcop wishes; vcop comments; vcop remarks
reported_date = occ reported; occurrence reported; occ reported date; occurrence reported date
disposal_date ? cleared up on; cleared up date; date cleared up; cleared on; cleared date; date cleared; clear up on
outcome_code ? hooc; hooc code; clear up no; clear up number; clear up code; cleared up no; cleared up code
domestic_abuse ? domestic capva; capva; capva flag; da capva
"""


def entries(table: str) -> Iterator[tuple[str, bool, list[str]]]:
    """Read a table: for each line (which may go on, indented) the name, whether it is sure, and the words."""
    for line in table.replace("\n    ", " ").strip().splitlines():
        name, sign, words = line.split(" ", 2)
        yield name, sign == "=", words.split("; ")
