"""Other words for the headings of a sheet of people, written as those of cases are (domain.known_headings)."""

PEOPLE = """
case_number = case number; case ref; case reference; case id; case no; ooc number; oocd number; oocr number; disposal
    reference; case reference number; urn; reference; linked case; case; occurrence urn; occ urn; crime urn; case urn;
    occurrence number; occurrence reference; crime number; crime reference
role = role; person role; party role; role in case; involvement; role type; party type; person type; classification;
    involvement type; capacity; relationship to case; link type; association
organisation ? body name; body; entity name
address ? abode
ethnicity ? ethnicity code; ethnic code; ethnic group; ethnic origin; ethnicity sd; sd ethnicity
number = collar number; collar no; officer number; warrant number; shoulder number; collar; fin; pin; collar warrant
    no; collar warrant number
rank = rank; officer rank
sex = sex; gender; gender code; sex code
ethnicity = self defined ethnicity; self defined ethnicity code; self defined; ethnicity self defined;
    sde; ethnicity; 16 1; 16 1 ethnicity
age = age at offence; age at time of offence; age on date of offence
age ? age; person age; nominal age; party age
previous_outcomes = previous outcomes; previous disposals; prev disposals; prev outcomes; previous oocds; previous
    oocrs; previous ooc; number of previous disposals; no of previous disposals; previous disposal count
previous_outcomes ? previous; prev; antecedents; previous convictions; precons; previous cautions; previous offences
vehicle = vehicle; vrm; vehicle registration; registration mark
organisation = organisation; organisation name; org name; business name; company name; business; company; org;
    corporate name; firm
"""
