"""Who commits to what in prose: an invented bank of minutes in the manner of many sorts of bodies.

Each row is a minute, and what a careful reader takes from it: the owners, as the list resolves them, and when.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract

Row = tuple[str, list[tuple[str, str | None]]]

BEHIND = """
2. Next meeting

The date of the next meeting was noted.
"""
BANK: dict[str, list[Row]] = {
    """\
Ashwick Parish Council
Minutes of the Parish Council meeting held on Tuesday 14 January 2025 at 7.00 pm in the Village Hall

Present: Cllr Margaret Holt (Chair), Cllr Dennis Pruett (Vice-Chair), Cllr Amina Shah, Cllr Tom Garside,
Cllr Rosalind Kemp, Cllr Neil Overbury
In attendance: Sheila Tranter (Clerk), County Cllr Brian Lomax
Apologies: Cllr Peter Frayne
""": [
        ("Cllr Garside will kindly walk the footpaths with the new warden.", [("Tom Garside", None)]),
        ("A request will be made to the County Council for a grit bin at the top of Mill Hill.", [("", None)]),
        ("The Chairman undertook to speak to the owner of the overgrown hedge.", [("Margaret Holt", None)]),
        ("It was agreed that a letter of thanks be sent to Mr Dunnock for his years of grass cutting.", [("", None)]),
        ("This item was deferred, and will be placed on the agenda for the next meeting.", [("", "next meeting")]),
        ("The Clerk has reported the fly-tipping at the ford to the District Council.", []),
        ("The Clerk had written to the owner of the barn but no reply had been received.", []),
        ("A resident complained about dog fouling on the recreation ground and asked why there were no bins.", []),
        ("The Council noted that the mobile library will call on alternate Thursdays from April.", []),
        ("The Clerk to action.", [("Sheila Tranter", None)]),
    ],
    """\
Glendarragh Municipal District
Minutes of the Monthly Meeting of the Municipal District of Glendarragh held in the Area Office on 12th
March, 2024

Present: Cllr. P. Tuohy (Cathaoirleach), Cllr. M. Ní Bhriain, Cllr. S. Considine, Cllr. D. Hartigan, Cllr.
E. Lawlor
In attendance: Mr. J. Meaney, Senior Executive Engineer; Ms. A. Quilligan, Meetings Administrator; Ms. B.
Forde, Executive Planner
""": [
        ("Cllr. Ní Bhriain was to forward the name of the estate to the Engineer.", [("M. Ní Bhriain", None)]),
        ("The Executive Planner agreed to revert to Cllr. Tuohy directly on this matter.", [("B. Forde", None)]),
        ("Officials would come back with costings for the public lighting.", [("Officials", None)]),
        ("Mr. Meaney to arrange a site meeting with Cllrs. Lawlor and Hartigan.", [("J. Meaney", None)]),
        ("Ms. Forde replied that the file was with the Department and a decision was awaited.", []),
        ("It was noted that Uisce Éireann plan to upgrade the treatment plant in 2026.", []),
        ("The Members congratulated the Glendarragh under-16 camogie team on their recent victory.", []),
        ("Mr. Meaney pointed out that no funding was available under the Low Cost Safety Scheme.", []),
        ("Mr. Meaney said that he would keep the Members informed of developments.", [("J. Meaney", None)]),
    ],
    """\
TOWN OF HARLOW FALLS
BOARD OF SELECTMEN
MINUTES
Monday, October 7, 2024

Members present: Chairman Walter Pickens, Vice Chair Susan Deluca, Andrew Cho, Patricia Nagle
Also present: Town Administrator Gregory Ames, Town Clerk Joan Whitcomb, Police Chief Raymond Boyle, DPW
Director Carl Minasian
""": [
        ("Mr. Ames will draft a memo to department heads about the spending freeze.", [("Gregory Ames", None)]),
        ("The Board directed the Town Administrator to solicit bids for the roof.", [("Gregory Ames", None)]),
        ("Mr. Cho volunteered to serve as liaison and to report back in December.", [("Andrew Cho", "2024-12")]),
        ("Action Item: Town Clerk to post the warrant no later than October 21.", [("Joan Whitcomb", "2024-10-21")]),
        ("Ms. Whitcomb is to get certified copies of the vote out to Town Counsel.", [("Joan Whitcomb", None)]),
        ("A public hearing will be scheduled for the November meeting.", [("", "November meeting")]),
        ("The Town will hold its household hazardous waste day on Saturday, October 26 at the transfer station.", []),
        ("Ms. Deluca asked whether the town had any recourse against the contractor.", []),
        ("Mr. Ames noted that free cash was certified at $612,000.", []),
        ("The state plans to replace the bridge on Route 9 in 2027.", []),
        ("The Board asked about overtime. Chief Boyle to provide a breakdown.", [("Raymond Boyle", None)]),
        ("Joan will update the website.", [("Joan Whitcomb", None)]),
    ],
    """\
SHIRE OF MIRRABIN
MINUTES OF THE ORDINARY COUNCIL MEETING HELD ON 20 AUGUST 2024

PRESENT
Cr K Dowling (Shire President)
Cr R Petersen (Deputy President)
Cr L Abbott
Cr J Nikolaidis
Cr F Mudge
STAFF
Mr S Hallam (Chief Executive Officer)
Ms T Brandt (Manager Corporate Services)
Mr D Oakes (Works Supervisor)
""": [
        ("The CEO advised he would take the question on notice.", [("S Hallam", None)]),
        ("Ms Brandt to liaise with the auditor on a suitable date.", [("T Brandt", None)]),
        ("The Shire President undertook to raise the matter with the local member.", [("K Dowling", None)]),
        ("Signage at the lookout to be replaced.", [("", None)]),
        ("The CEO was asked to follow this up with the insurer.", [("S Hallam", None)]),
        ("Mr Oakes agreed to meet the property owner on site.", [("D Oakes", None)]),
        ("That the CEO be instructed to commence recovery of the outstanding rates.", [("S Hallam", None)]),
        ("Cr Nikolaidis declared a financial interest in Item 10.2 and left the meeting at 4.12 pm.", []),
        ("Mrs Yelland asked when the footpath in Station Street would be sealed.", []),
        ("The Shire President responded that the work is included in the 2024/25 budget.", []),
        ("The Works Supervisor reported that the grader was out of service for nine days in July.", []),
        ("Question taken on notice – response to be included in the September agenda.", [("", "September agenda")]),
    ],
    """\
St Oswin's Church of England Primary School
Minutes of the Full Governing Board meeting held on 26 November 2024 at 5.30pm

Present: Fiona Hartnell (Chair), Simon Attwell (Headteacher), Revd Judith Crowe, Gareth Pine (Vice-Chair),
Wendy Oyelaran, Louise Denby, Kamal Rahim
In attendance: Beth Corrigan (School Business Manager), Alan Stroud (Clerk)
Apologies: Derek Mayhew
""": [
        ("Training: WO agreed to book on to the safer recruitment course.", [("Wendy Oyelaran", None)]),
        ("Could all governors please wear their badges when visiting.", [("all governors", None)]),
        ("Matter to be carried forward to the spring term agenda.", [("", "spring term agenda")]),
        ("AS to find out whether DBS checks need to be renewed.", [("Alan Stroud", None)]),
        ("Actions: Chair to write to parents (FH)", [("Fiona Hartnell", None)]),
        ("The Headteacher reported that attendance for the autumn term stood at 95.8%.", []),
        ("Governors challenged the Headteacher on the progress of boys in writing.", []),
        ("The staff had worked extremely hard and governors thanked them for their efforts.", []),
        ("The local authority will no longer fund the breakfast club from April.", []),
    ],
    """\
Fenmarsh Community Health NHS Foundation Trust
Minutes of the Board of Directors meeting held in public on Thursday 25 September 2025

Present:
Dame Valerie Ingram, Chair
Rupert Osgood, Chief Executive
Shanti Menon, Chief Nurse
Dr Colm Brannigan, Medical Director
Jill Fairhurst, Director of Finance
Hugh Pemberton, Non-Executive Director
Leila Aziz, Non-Executive Director
In attendance:
Natalie Crook, Trust Secretary
Gavin Lisle, Director of Estates
""": [
        ("The Chair requested that the patient story be shared with the wards concerned.", [("", None)]),
        ("RO to write to staff on behalf of the Board to thank them.", [("Rupert Osgood", None)]),
        ("Learning from the incident would be presented to the Quality Committee in December.", [("", "2025-12")]),
        ("Mr Osgood reported that the Trust had received a visit from the Secretary of State.", []),
        ("The Board NOTED the report.", []),
        ("Mrs Menon advised that there had been four cases of C. difficile in the month.", []),
        ("Hugh Pemberton asked how the Trust compared with its peers.", []),
    ],
    """\
Lower Wick Village Hall Management Committee
Minutes of a committee meeting held on Monday 3rd February 2025

Present: Pam Roundell (Chairman), Dave Etchells (Treasurer), Jackie Lunn (Secretary), Bob Trice, Marion
Featherby, Steve Kilner (Bookings)
Apologies: Ann Sollars
""": [
        ("Jackie will send a card to Ann wishing her a speedy recovery.", [("Jackie Lunn", None)]),
        ("Dave to transfer £2,000 to the deposit account.", [("Dave Etchells", None)]),
        ("Marion has kindly agreed to run the tombola again.", [("Marion Featherby", None)]),
        ("Steve said he'd put a notice up about wiping down the tables.", [("Steve Kilner", None)]),
        ("Quotes needed for the floor – Pam to organise.", [("Pam Roundell", None)]),
        ("The Treasurer is to look at changing the electricity supplier.", [("Dave Etchells", None)]),
        ("Everyone to bring a raffle prize to the quiz night.", [("Everyone", None)]),
        ("Curtains – to be cleaned.", [("", None)]),
        ("The quiz night raised £412 and everyone agreed that it had gone very well.", []),
        ("Steve reported that bookings were up on last year.", []),
        ("Pam thanked everybody for coming and closed the meeting at 8.50pm.", []),
        ("Hirers must leave the kitchen clean and tidy.", []),
    ],
    """\
Parish of St Brannock, Larkhill
Minutes of the Parochial Church Council held on 17 June 2025 in the Vestry

Present: The Revd Canon Martin Peverell (Chair), Helen Dacre (Churchwarden), George Ottley (Churchwarden),
Priscilla Boon (Treasurer), Iain Muncaster (Secretary), Tessa Loveday, Roger Quill, Dilys Prosser
""": [
        ("The Secretary to notify the Archdeacon of the result of the election.", [("Iain Muncaster", None)]),
        ("A safeguarding notice is to be displayed in the porch.", [("", None)]),
        ("Dilys has undertaken to mend the altar frontal.", [("Dilys Prosser", None)]),
        ("George will mow the churchyard until a contractor can be found.", [("George Ottley", None)]),
        ("The PCC asked Priscilla to claim the Gift Aid for the last two years.", [("Priscilla Boon", None)]),
        ("Fr Martin would let the wardens know the dates of his leave.", [("Martin Peverell", None)]),
        ("Iain Muncaster agreed to look out the old terrier and pass it to Helen.", [("Iain Muncaster", None)]),
        ("It was agreed to have the fire extinguishers serviced.", [("", None)]),
        ("Priscilla Boon reported that giving had fallen by 6% since Easter.", []),
        ("The Archdeacon inspected the church on 3 May and was pleased with what he saw.", []),
        ("The quinquennial inspection is due in 2027.", []),
        ("A legacy of £5,000 has been received from the estate of the late Miss Frith.", []),
    ],
    """\
WEXBOROUGH COUNCIL
Environment Overview and Scrutiny Committee
Minutes of the meeting held on 6 November 2024

PRESENT: Councillor Angela Birtwhistle (Chair); Councillors Trevor Dann, Farida Hussain, Keith Mowbray,
Linda Sefton and Colin Yapp
OFFICERS: Rachel Oduya (Head of Waste Services), Michael Tranmer (Principal Transport Planner), Hayley Swift
(Democratic Services Officer)
ALSO IN ATTENDANCE: Councillor Stuart Vance (Cabinet Member for Environment)
""": [
        ("Officers undertook to circulate a written response to the Committee.", [("Officers", None)]),
        ("An update would be brought to the next meeting.", [("", "next meeting")]),
        ("Members were invited to send any further questions to Ms Oduya by email.", [("Members", None)]),
        ("It was agreed that a reminder would be sent to all Members about the training.", [("", None)]),
        ("Details of the scheme would be forwarded to Councillor Yapp.", [("", None)]),
        ("Councillor Dann asked why the garden waste service had been suspended in July.", []),
        ("The Head of Waste Services replied that there had been a shortage of drivers.", []),
        ("The Cabinet Member said that the Government was expected to announce its proposals before Christmas.", []),
        ("Members expressed concern that residents would find the new calendar confusing.", []),
    ],
    """\
Ashcombe Rugby Football Club
Committee Meeting - Tuesday 8 April 2025

Attending: Phil Bridger (Chairman), Craig Mostyn (Hon. Treasurer), Nick Tully (Hon. Secretary), Emma Rawle
(Youth), Gaz Pollitt (Grounds), Lorna Vickery (Bar)
Apologies: Rich Sayer
""": [
        ("Emma will make sure all coaches have up-to-date first aid certificates.", [("Emma Rawle", None)]),
        ("Nick to put the fixture list on the club website.", [("Nick Tully", None)]),
        ("CM to pay the league affiliation and to invoice the sponsors.", [("Craig Mostyn", None)]),
        ("Gaz happy to take this on.", [("Gaz Pollitt", None)]),
        ("Everyone is asked to help out at the beer festival.", [("Everyone", None)]),
        ("It was suggested that Nick contact the council about the car park lease. Agreed.", [("Nick Tully", None)]),
        ("Phil and Craig would meet the brewery on the 22nd.", [("Phil Bridger; Craig Mostyn", "2025-04-22")]),
        ("PB to ring RS for an update.", [("Phil Bridger", None)]),
        ("The first team won four of its last five matches.", []),
        ("The RFU will be running a coaching course in Exeford in June.", []),
        ("Rich has resigned as fixtures secretary after twelve years.", []),
        ("Craig's view was that the club could not afford a new mower this year.", []),
    ],
    """\
OpenCairn Foundation
Board meeting notes, 2025-06-04

Attendees: Marta Ferrer (chair), Kofi Boateng, Lars Nyquist, Priya Nair, Jonas Weber, Alex Tran
Regrets: Dana Levy
""": [
        ("AI: Priya to draft the sponsorship prospectus.", [("Priya Nair", None)]),
        ("TODO(Kofi): ask the lawyers about the trademark.", [("Kofi Boateng", None)]),
        ("Marta to sync with Dana next week.", [("Marta Ferrer", "next week")]),
        ("Priya and Lars will pair on the website redesign.", [("Priya Nair; Lars Nyquist", None)]),
        ("Jonas is happy to write the blog post announcing the release.", [("Jonas Weber", None)]),
        ("Next step is for Marta to sign the contract with the bookkeeper.", [("Marta Ferrer", None)]),
        ("Lars can take care of the domain transfer.", [("Lars Nyquist", None)]),
        ("Priya: check with the bank on wire fees.", [("Priya Nair", None)]),
        ("Lars fixed the build server on Monday.", []),
        ("Release 4.2 will drop support for the old format.", []),
        ("Vote: approve budget. +1 Marta, Kofi, Lars, Priya; 0 Jonas; motion passes.", []),
        ("Kofi thinks we should wait until after the summit.", []),
    ],
}


@pytest.mark.parametrize(
    ("head", "text", "wanted"), [(head, text, wanted) for head, rows in BANK.items() for text, wanted in rows]
)
def test_a_minute_commits_whom_a_reader_would_say(
    head: str, text: str, wanted: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_text(f"{head}\n1. Reports\n\n{text}\n{BEHIND}", encoding="utf-8")
    (record,) = extract(str(paper))
    assert ["; ".join(owner.name for owner in action.owners) for action in record.actions] == [who for who, _ in wanted]
    for action, (_, due) in zip(record.actions, wanted, strict=True):
        assert due in (None, action.due.date) or due in (action.due.text or "")
        assert (due is None) == (action.due.text is None)
