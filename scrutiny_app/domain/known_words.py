"""The words that other systems write in the schema's columns, and what they mean.

Sources: Home Office crime outcomes, user guide; the 2001 and 2021 census groups behind the 16+1 and 18+1 codes; the
four letters of the school census. An officer's view of someone's appearance (IC1 to IC9) is not self-defined, so it
means no group.
"""

NOTHING = """
unk; unknown; not known; n/k; nk; not recorded; not specified; blank; null; none recorded; tbc; to be confirmed; ?;
not provided; no data; not available; unspecified; nr; u; not entered; missing; (blank); #n/a; nil recorded; not
completed on record; anhysbys; heb ei gofnodi; ddim yn hysbys; not specified
"""

WORDS = """
ethnicity.asian = indian; pakistani; bangladeshi; asian; any other asian background; asian indian; asian
    pakistani; asian bangladeshi; asian chinese; a4; asian - indian; asian - any other; asian british; south asian;
    asian other; asian or asian british indian; asian or asian british pakistani; asian or asian british bangladeshi;
    asian or asian british chinese; asian or asian british any other asian background; any other asian
ethnicity.black = african; caribbean; black; black caribbean; black african; any other black background; black british;
    black or black british caribbean; black or black british african; black other; any other black; black or black
    british any other black background; african caribbean
ethnicity.mixed = white and black caribbean; white and black african; white and asian; mixed; any other mixed
    background; white & black caribbean; white & black african; white & asian; mixed white and black caribbean; mixed
    other; mixed white and black african; mixed white and asian; mixed any other mixed background; any other mixed;
    mixed or multiple ethnic groups; dual heritage
ethnicity.white = white british; other white; british; irish; white irish; any other white background; white; w3; w4;
    gypsy; traveller; white other; gypsy or irish traveller; gypsy irish traveller; roma; english; welsh; scottish;
    northern irish; white roma; white english welsh scottish northern irish or british; english welsh scottish
    northern irish or british; white any other white background; any other white; white gypsy or irish traveller;
    white english; white welsh; gypsy / traveller; gypsy/traveller; irish traveller; traveller of irish heritage;
    white european; eastern european; white north european; white south european
ethnicity.other = other; arab; o2; any other ethnic group; other ethnic group; any other; other arab; chinese or other
    ethnic group other; chinese or other; chinese or other ethnic group; o1 chinese; o1 - chinese
ethnicity.? = chinese
ethnicity. = not asked; 99; 98; x; xx; zz; z; nr; nk; not obtained; not asked for; officer did not ask
ethnicity.not_stated = not stated; refused; declined; prefer not to say; prefers not to say; declined to say; n1; n9;
    ns; not stated (refused); refused to say; not stated refused; declined to state; n2; n3; prefer not say; not
    disclosed; did not say; would not say; undisclosed; refused/not stated
ethnicity.white = wbri; wiri; wirt; woth; wrom
ethnicity.mixed = mwbc; mwba; mwas; moth
ethnicity.asian = aind; apkn; aban; aoth
ethnicity.black = bcrb; bafr
ethnicity.other = ooth
ethnicity.not_stated = refu
ethnicity. = nobt
hate.yes = race; racial; racist; racism; religion; religious; faith; anti-semitic; antisemitic; islamophobic; sexual
    orientation; homophobic; homophobia; biphobic; transphobic; transphobia; transgender; trans; gender identity;
    disability; disablist; disabled; gender; misogyny; sectarian; alternative subculture; ethnicity; nationality;
    hostility; aggravated; racially aggravated; religiously aggravated
weapon.yes = knife; blade; bladed; bladed article; gun; firearm; imitation firearm; air weapon; bottle; stick; bat;
    hammer; blunt instrument; sharp instrument; glass; corrosive; acid; machete; screwdriver; catapult; brick;
    pointed article
weapon.no = none used; no weapon; unarmed; body; hands; fists; feet; threats only
domestic_abuse.yes = intimate; intimate partner; ex-partner; ex partner; partner; spouse; familial; family; ipv;
    coercive control; controlling or coercive
domestic_abuse.no = non domestic; non-domestic; not domestic; non da; non-da
yes_no.yes = t; ticked; tick; checked; ✓; ✔; ☑; on; flagged; positive; present; yes - confirmed; +; confirmed;
    applies; da; marked; √; y - confirmed; dv; dva; domestic; domestic abuse; domestic violence
yes_no. = declined; refused; not stated; prefer not to say; not asked; would not say; no answer; no response
yes_no.no = f; unticked; not ticked; unchecked; ☐; ✗; ✘; off; not flagged; negative; none; nil; not applicable; no -
    confirmed; absent
disposal.community_resolution = comm resolution; community res; com res; cr - l1; cr - l2; cr l1; cr l2; cr level 1;
    cr level 2; community resolution level 1; community resolution level 2; outcome 8; restorative justice; rj; o8;
    local resolution; comres; type 8; conditional community resolution; outcome 8 - community resolution; adult cr;
    youth cr; cr1; cr2; comm_res; street rj; restorative disposal; restorative; cr with conditions; cr without
    conditions; cr with; cr without; street cr; cr adult; cr youth
disposal.youth_caution = yth caution; youth cau; youth simple caution; outcome 2 - youth caution; caution - youth;
    caution youth; yth_caut
disposal.youth_conditional_caution = yth conditional caution; youth cond caution; youth cc; conditional caution -
    youth; conditional caution youth; youth cond. caution; youth conditional; yth_cond_caut
disposal.simple_caution = simple_caut; caut_simple; simple c; sc; caution - adult; caution adult; adult simple
    caution; adult caution; caution - adult simple; simple; sim_caut; simp_caut; asc; adult simple
disposal.conditional_caution = cond_caut_adult; cc2; cc3; cond caution; acc; adult conditional caution; conditional
    caution - adult; cond. caution; conditional caution adult; adult cc; conditional; adult cond caution; cond_caut;
    cond ctn; cond cau; acond caution; adult conditional; cond c
disposal.penalty_notice = penalty notice; pnd - penalty notice; fixed penalty; penalty notice disorder; pnd issued;
    outcome 6
disposal.cannabis_warning = khat warning; cannabis/khat warning; cannabis / khat warning; cannabis caution; outcome 7;
    street warning cannabis
disposal.outcome_22 = diversion_oc22; oc22 diversion; yrd; o/c 22; oc22; deferred prosecution; dp; out 22; outcome22;
    diversion; diversionary; type 22; oc 22; diversionary educational or intervention; outcome 22 - diversionary
    activity; deferred prosecution scheme; 22; dps; def pros; deferred prosecution scheme (dps); deferred pros; def
    prosecution; deferred charge
disposal.? = oocr; oocd; out of court resolution; out of court disposal; caution; cautioned
disposal.community_resolution = cres; comr; ycr; y-cr; yth cr; ythcr; jcr; cmres
disposal.youth_caution = ycau; ythc; yth c; ycaut; jcau
disposal.youth_conditional_caution = ycon; ycond; ythcc; yth cc; yccau; ycca; jcc
disposal.simple_caution = acau; adsc; ad sc; scau; simc; acaut
disposal.conditional_caution = acon; acond; adcc; ad cc; ccau; cndc; acca
disposal.cannabis_warning = canw; cannw; canwarn
disposal.outcome_22 = divs; divn; div22; divert; divrt; o22 divert
disposal.diversionary_caution = diversionary caution; dc
disposal.community_caution = community caution
outcome_code.8 = cr; community resolution; comm res
outcome_code.22 = o22; diversionary activity
outcome_code.2 = youth caution; yc
outcome_code.3 = simple caution; adult caution; adult simple caution
outcome_code.7 = cannabis warning; khat warning
outcome_code.6 = pnd; penalty notice for disorder
offence_group.violence_with_injury = viol_inj; viol_w_inj; vwi
offence_group.violence_without_injury = com assault; comm assault; viol_no_inj; viol_noinj; viol_wo_inj; vwoi
offence_group.harassment = stalk_har; harass; mal comms; mal comm; malcomms
offence_group.criminal_damage = crim_dam_arson; crim_dam; crim_dmg; crimdam
offence_group.public_order = public fear alarm or distress; public fear, alarm or distress; pub_ord; pub_order; poa
offence_group.shoplifting = shoplift; tfs; s/lift; s/lifting
offence_group.other_theft = oth_theft; theft_oth; theft other; theft - other; theft (other); all other theft;
    all other theft offences; bicycle theft; theft from the person; tfp; mowp
offence_group.vehicle = tomv; tfmv; utmv
offence_group.weapons = poss_weapons; possession of weapons; poss_weap; weap; possession of weapons offences; off wpn;
    poss off wpn; offwep
offence_group.sexual = sex_off; sexual_off
offence_group.drugs = possession of drugs; trafficking of drugs
sex.female = benyw; menyw; merch; woman; girl; fem; females; 2; w
sex.male = gwryw; dyn; bachgen; man; boy; males; 1
sex. = not stated; prefer not to say; declined; refused; not disclosed; indeterminate; i; 9; 0; 99; x; undetermined;
    not determined; unclear; gender not known; organisation; business; company; not a person
sex.other = non-binary; non binary; nb; n/b; intersex; anneuaidd; transgender; other gender
class_of_trial.summary = s; so; sum; summary offence; summ; summary only offence
class_of_trial.either_way = e; either; triable either way; tew; e/w; either-way
class_of_trial.indictable = i; io; ind; indictable offence; indict
admission.full = f; fa; full admission; y; yes; fully admitted; admitted; full admissions; admits; made full admission;
    admitted in full; fully; admit; made admissions; full and frank; frank; ✓; ✔; √; ☑; tick; ticked; true; t; 1
admission.partial = p; pa; in part; part; partial admissions; partly; part admission; admitted in part; partially
    admitted; qualified
admission.accepts_responsibility = accepted responsibility; takes responsibility; took responsibility; ar; acceptance;
    accepts resp; responsibility accepted; accepted; accepts responsibility for offence; responsibility; resp;
    owned it; owns it; owned up; took ownership; takes ownership
admission.none = n; no; no admissions; denies; not me; not admitted; no comment; denial; nil; not admitting; no reply;
    did not admit; refused; declined; declined to comment; refused to comment; not guilty; refused to answer; 0; false
rank.police_staff = pso; police staff member; civilian; civ; staff investigator; police staff investigator; psi; dip;
    pip
rank.pcso = community support officer; cso; police community support officer
rank.constable = pc.; police constable; detective constable; con; tdc; t/dc; special constable; sc; spc; tpc; const;
    det con; pcon; dcon; dconst; pconst; dc/pc
rank.sergeant = detective sergeant; police sergeant; custody sergeant; det sgt; dsgt; psgt; det ps
rank.inspector = detective inspector; pi; det insp; ins; dinsp; pinsp
rank.chief_inspector = detective chief inspector; c/insp; chief insp; cinsp; chinsp; dcinsp; dchinsp; det ch insp
rank.constable = cwnstabl; gwnstabl; ditectif gwnstabl
rank.sergeant = rhingyll; ringyll; ditectif ringyll
rank.inspector = arolygydd; ditectif arolygydd
rank.chief_inspector = prif arolygydd
rank.superintendent = uwch-arolygydd; uwcharolygydd; uwch arolygydd
rank.superintendent = detective superintendent; d/supt; det supt; chief superintendent; ch supt; c/supt; dsu;
    dchsupt; dcsupt; chief supt; det ch supt; dcs
victim_consulted.yes = t; true; 1; consulted; contacted; victim consulted; done; ticked; ✓; ✔; √; ☑; tick; declined;
    refused; declined to engage; refused to engage; declined to comment; by phone; in person; by email; by letter;
    spoken to
victim_consulted.no = f; false; 0; nc; not consulted; not contacted; unable to contact; unticked; no contact; not asked;
    attempted; contact attempted; left message; no reply; no response; not able to contact; not reached
victim_consulted.no_victim = no victim; nv; n/v; niv; victimless; not applicable; crown; regina; state;
    victimless crime; society; no id victim; state based
victim_agreed.yes = agrees; agreed; agree; supports; supported; supportive; supports outcome; happy; content; no
    objection; no objections; consents; consented; in agreement; accepts; in favour; support
victim_agreed.no = disagrees; disagreed; does not agree; did not agree; not agreed; not in agreement; does not support;
    did not support; not supportive; unsupportive; objects; objected; opposed; unhappy; against; opposes
victim_agreed. = no view; no views; not asked; declined to engage; declined to comment; would not say; no response; no
    reply
victim_agreed. = not applicable; no victim; not asked yet; pending; no complainant; no aggrieved; no ip; no injured
    party
victim_agreed.? = declined; refused
appropriate_adult.yes = parent; mother; father; guardian; mum; dad; carer; social worker; grandparent; aa present
conditions_completed.completed = y; complete; complied; compliant; done; met; 1; true; t; successful; fully complied;
    all met; fulfilled; satisfied; finished; cmp; cmpl; ✓; ✔; √; ☑; tick; ticked; comp; compl
conditions_completed.not_completed = n; incomplete; breached; breach; failed; non-compliant; not complied; 0; false; f;
    not met; unsuccessful; non compliance; fld
conditions_completed.in_progress = out; outst; monitoring; engaging; attending
conditions_completed.completed = all done; all actions done; all complete; all tasks done; engaged - all actions done
conditions_completed. = not applicable; none; none set; none required; none imposed; no conditions; no conditions set;
    no conditions attached; no conditions imposed; not required; not relevant; not needed; n/a - no conditions;
    no requirements; dim amodau; amherthnasol
conditions_completed.in_progress = pend; pending; pndg; running; in hand; wip; work in progress; not yet; not yet
    complete; not yet completed; to be completed; on going; not started; ongoing; ong; ongo; going;
    still going; going on; still on; continuing; still doing; doing; on track;
    in prog; outstanding; open; awaiting; active; live; current; part
    complete; due; started; not due; not yet due; part; partial; partially; partly; partially completed; partially
    complied; part completed
status.finalised = final; finalized; close; f; c; disposal given; concluded; detected; result; resulted; completed -
    filed; no further action required; fin; confirmed; comp; compl; closed out
status.open = o; u/i; new; allocated; under review; awaiting; with supervisor; in review; submitted; draft; re-opened
status.open = opn; op
status.finalised = cu; cleared up; clup
status.withdrawn = cancel; canx; rescinded; wdn; wdrn; w/d; deleted; error; no crime; created in error; cancelled crime
youth.yes = t; ticked; under 18; u18; yth; yp; young person; 10-17; 10 to 17; juv; j; c; ✓; ✔; √; ☑; tick; u 18
youth.no = f; unticked; 18+; over 18; adlt; 18 and over; a; ad; adults
disposal.community_resolution = datrysiad cymunedol; dc (datrysiad cymunedol)
disposal.simple_caution = rhybudd syml; rhybudd syml i oedolyn
disposal.conditional_caution = rhybudd amodol; rhybudd amodol i oedolyn
disposal.youth_caution = rhybudd ieuenctid; rhybuddiad ieuenctid
disposal.youth_conditional_caution = rhybudd amodol ieuenctid; rhybudd ieuenctid amodol
disposal.outcome_22 = canlyniad 22; gweithgaredd dargyfeiriol; dargyfeirio
disposal.penalty_notice = hysbysiad cosb
disposal.cannabis_warning = rhybudd canabis
outcome_code.8 = datrysiad cymunedol
outcome_code.22 = canlyniad 22
outcome_code.2 = rhybudd ieuenctid
outcome_code.3 = rhybudd syml
admission.full = llawn; cyfaddefiad llawn; ie
admission.partial = rhannol
admission.none = dim; dim cyfaddefiad
victim_consulted.yes = ie; do; oes; ydy
victim_consulted.no = naddo; nac oes; nac ydy
victim_consulted.no_victim = d/b; dim yn berthnasol; ddim yn berthnasol; dim dioddefwr
yes_no.yes = ie; do; oes; ydy
yes_no. = amherthnasol; ddim yn hysbys
appropriate_adult.no = amherthnasol
victim_consulted.no_victim = amherthnasol
conditions_completed.in_progress = ar y gweill; yn mynd rhagddo
yes_no.no = naddo; nac oes; nac ydy
hate.yes = rac; sxo; rel; trn; hom; cyfeiriadedd rhywiol; hil; crefydd; anabledd; trawsrywiol; hunaniaeth rhywedd
conditions_completed.completed = cwblhawyd; wedi cwblhau; ie
conditions_completed.not_completed = heb gwblhau
status.finalised = caewyd; wedi cau; terfynol
status.open = ar agor; agored
ethnicity.not_stated = heb ei ddatgan; gwrthodwyd; not said; did not say; didn't say
role.victim = dioddefwr; ddioddefwr
role.offender = troseddwr; drwgdybiedig; un a ddrwgdybir
role.witness = tyst
flags.domestic_abuse = dom; dom abuse; domestic related; dom violence; dva; marac
flags.hate = race; racial; religion; homophobic; transphobic; disability; sxo; rac; hat; hate_race; racially aggravated
flags.weapon = blade; bladed article; knf; kn; wpn; weap; offensive weapon; gun
flags.sexual = sex offence; sexual element
flags.child_involved = chd; chld; child victim; child witness; child present; cse; cce
flags. = none; no; nil; n; alcohol; alcohol related; drugs; drug related; emergency worker; emergency worker victim;
    emworker; emerg worker;
    rural; wildlife; cla; looked after child; lac; mental health;
    vulnerable; repeat; repeat victim; cyber; online; prolific; gang; asb
role.offender = acc; subj; offender - charged; suspect - linked; sus; def; accused person; suspected; suspected person;
    offender (disposed); young person; yp; child offender; young offender
role.victim = vict; comp; vic; v; agg; aggr; aggd; aggrieved party; victim - person; victim 1; victim 2; victim 3; v1;
    v2; v3; injured; victim (ip); victim - ip; victim/witness; victim and witness; victim & witness
role.witness = witn; w; witness - civilian; witness 1; witness 2; w1; w2; eyewitness; witness - key
role.officer = officer in case; o.i.c.; reporting officer; arresting officer; dealing officer; police officer; oic -
    investigating
role.supervisor = supervising sergeant; sup; oic supervisor; sergeant
role.decision_maker = decision maker; dm; decider; ero; evidential review officer
role.authoriser = authorising; approver; authorising inspector
role.appropriate_adult = apa; a/a; app adult; appr adult; appropriate adult - parent
role.parent = parent or guardian; parent / guardian; p/g; mum; dad; legal guardian; parent/carer; parent guardian;
    foster carer; guard; grdn; pg
role.third_party = othr; oth;
    other person; 3rd party; linked; informant; caller; relative; family member; friend; professional;
    social worker; solicitor; interpreter; reporting person; person reporting; other involved; bystander
"""
