"""The words of the papers that make_year.py lays out: what became of the year's actions, to the script of story.md."""

from __future__ import annotations

from collections.abc import Sequence

Beside = tuple[tuple[str, Sequence[tuple[str, str]]], ...]
"""Headings, each with its paragraphs and the initials in the column beside them."""
Titled = tuple[tuple[str, Sequence[str]], ...]
Rows = tuple[tuple[str, ...], ...]

SEPTEMBER: Beside = (
    ("1. Apologies for absence", [("Apologies were received from Cllr Rosalind Marwood, who was abroad.", "")]),
    ("2. Declarations of interest", [("There were none.", "")]),
    (
        "3. Minutes",
        [("RESOLVED that the minutes of the meeting held on 8 July 2025 be signed as a correct record.", "")],
    ),
    (
        "4. Matters arising",
        [
            (
                "Potholes in Mill Lane: Cllr Orde reported that the last three had been filled on 21 August (county job"
                " HW/5521). Completed.",
                "",
            ),
            ("Designs for a bench: one more had come in. Carried forward.", "PV/RM"),
            ("Gazebo: Cllr Stainforth had checked it for damage and straightened one pole. Completed.", ""),
            (
                "District community grant: £4,000 was paid into the Council's account on 12 August 2025. Completed.",
                "",
            ),
            (
                "Three-year budget forecast: Cllr Pell asked for more time, as the pay award was not yet known. Carried"
                " forward; due date moved to 11 November 2025.",
                "DP/JG",
            ),
            ("Cllr Orde had put up the posters for the summer fete, which raised £815 for the village hall.", ""),
            (
                "Cllr Bexley had asked the district council about the litter bin missing from Chapel Rise, and a new"
                " one had been put up in July.",
                "",
            ),
        ],
    ),
    (
        "5. Highways and bins",
        [
            (
                "The dog bin at Low Bank had gone too. Cllr Bexley to ask the district council about the dog bin"
                " missing from Low Bank.",
                "NB",
            ),
            (
                "The ditch in Back Lane was choked with bramble. Cllr Stainforth to obtain two quotations for clearing"
                " the ditch by 31 October 2025.",
                "HS",
            ),
        ],
    ),
    (
        "6. Bus service",
        [("Clerk to arrange a meeting with Harrowdale Buses about the Sunday service by 30 September 2025.", "JG")],
    ),
    ("7. Defibrillator", [("Cllr Thackray to order a new battery for the defibrillator.", "IT")]),
    (
        "8. Finance",
        [
            ("The Clerk reported a bank balance of £23,610.77 at 31 August 2025.", ""),
            (
                "RESOLVED that payments of £2,014.30 be approved. Proposed by Cllr Thackray, seconded by Cllr Orde.",
                "",
            ),
            (
                "RESOLVED that a mower be bought for £1,150. Proposed by Cllr Orde, seconded by Cllr Venn; 5 votes for,"
                " 1 against.",
                "",
            ),
        ],
    ),
    (
        "9. Date of next meeting",
        [
            ("Wednesday 11 November 2025 at 7.15 pm in the Reading Room.", ""),
            ("The meeting closed at 8.40 pm.", ""),
        ],
    ),
)
SHEET: Rows = (
    ("Item", "Action", "Owner", "Due", "Progress"),
    ("4", "Bring three designs for a bench", "Cllr Venn, Cllr Marwood", "", "Two designs in"),
    ("4", "Prepare a three-year budget forecast", "Cllr Pell, Clerk", "11 November 2025", "First draft in hand"),
    (
        "5",
        "Ask the district council about the dog bin missing from Low Bank",
        "Cllr Bexley",
        "",
        "Asked on 12 September",
    ),
    ("5", "Obtain two quotations for clearing the ditch in Back Lane", "Cllr Orde", "31 October 2025", ""),
    ("6", "Arrange a meeting with Harrowdale Buses about the Sunday service", "Clerk", "30 September 2025", ""),
    ("8", "Buy the mower", "Clerk", "", "Ordered on 11 September"),
)

NOVEMBER_FRONT = (
    "Minutes of the meeting held on Tuesday 11 November 2025 at 7.15 pm in the Reading Room, Ambleforth",
    "Present: Cllr D. Pell (Chair), Cllr I. Thackray, Cllr R. Marwood, Cllr P. Venn, Cllr H. Stainforth",
    "In attendance: Mrs J. Garrow (Clerk)",
)
NOVEMBER: Titled = (
    ("1. Apologies for absence", ["Apologies were received from Cllr C. Orde."]),
    ("2. Declarations of interest", ["None."]),
    (
        "3. Minutes",
        ["RESOLVED that the minutes of the meeting held on 9 September 2025 be signed as a correct record."],
    ),
    ("4. Progress on actions", []),
    (
        "5. Budget",
        [
            "The Council noted the three-year budget forecast.",
            "Action: Cllr Marwood to draft the tender for grass cutting by 31 December 2025.",
        ],
    ),
    (
        "6. Exclusion of the public",
        [
            "RESOLVED that under the Public Bodies (Admission to Meetings) Act 1960 the public be excluded for the next"
            " item of business.",
        ],
    ),
    (
        "7. Playing field lease (exempt)",
        [
            "RESOLVED that a new lease of seven years be offered at a rent of £1,450 a year.",
            "Action: Clerk to send the heads of terms to the tenant by 30 November 2025.",
        ],
    ),
    ("8. Date of next meeting", ["Tuesday 13 January 2026 at 7.15 pm.", "The meeting closed at 8.35 pm."]),
)
PROGRESS: Rows = (
    ("Action", "Owner", "Progress"),
    ("Bring three designs for a bench", "Cllr Venn, Cllr Marwood", "Two designs in; carried forward"),
    (
        "Prepare a three-year budget forecast",
        "Cllr Pell, Clerk",
        "Circulated to members on 3 November 2025. Completed.",
    ),
    (
        "Ask the district council about the dog bin missing from Low Bank",
        "Cllr Bexley",
        "New bin put up on 2 October. Completed.",
    ),
    (
        "Obtain two quotations for clearing the ditch in Back Lane",
        "Cllr Stainforth",
        "One received; carried forward",
    ),
    (
        "Arrange a meeting with Harrowdale Buses about the Sunday service",
        "Clerk",
        "Cancelled: the service was withdrawn on 1 October",
    ),
    ("Order a new battery for the defibrillator", "Cllr Thackray", "Fitted on 4 October. Completed."),
    ("Buy the mower", "Clerk", "Delivered on 22 September. Completed."),
)

MEMBERS: Rows = (
    ("Member", "Representing"),
    ("Winifred Astley (Chair)", "Primary Headteachers"),
    ("Bartholomew Crane", "Secondary Headteachers"),
    ("Damaris Oakes", "Special School Governors"),
    ("Henrietta Moor", "Primary Governors"),
    ("Solomon Petch", "Trade Unions"),
    ("Quentin Rusk", "Diocesan Representative"),
)
FORUM_MARCH: Titled = (
    (
        "1. DECLARATIONS OF INTEREST",
        ["1.1 Damaris Oakes declared an interest in item 4 as a governor of Birk Lane Special School."],
    ),
    (
        "2. MINUTES AND MATTERS ARISING",
        [
            "2.1 The minutes of the meeting held on 16 January 2025 were agreed as a correct record.",
            "2.2 Minute 3.2: Lionel Farrar had circulated the list of schools in deficit to members on 3 February 2025."
            " Action closed.",
            "2.3 Minute 4.6: the Head of Education had not yet written to the Department for Education about the late"
            " announcement of the grant. Carried forward.",
            "ACTION: Ottilie Brandreth",
            "2.4 Damaris Oakes had shared the special schools' survey of places with the Head of Education.",
        ],
    ),
    (
        "3. CAPITAL PROGRAMME 2025/26",
        [
            "3.1 The Schools Finance Manager presented the report.",
            "3.2 Members asked when work at Thornbeck Primary School would end. Officers hoped for September 2025.",
            "3.3 The Forum noted the report.",
            "3.4 Henrietta Moor asked how schools with falling rolls were helped. Lionel Farrar agreed to bring a"
            " report on a falling rolls fund to the meeting on 12 June 2025.",
            "ACTION: Lionel Farrar",
        ],
    ),
    (
        "4. BIRK LANE SPECIAL SCHOOL",
        [
            "4.1 The Forum agreed a one-off payment of £18,000 to Birk Lane Special School, subject to the consent of"
            " the Department for Education.",
            "4.2 Ottilie Brandreth would draft a protocol for moving equipment between special schools.",
            "ACTION: Ottilie Brandreth",
        ],
    ),
    (
        "5. MEMBERSHIP",
        [
            "5.1 Mabel Sowerby was about to leave the Forum. The Chair thanked her for six years of service.",
            "5.2 The Clerk would ask governing bodies to nominate a member for Secondary Governors by 30 April 2025.",
            "ACTION: Cordelia Nunn",
        ],
    ),
    ("6. DATE OF NEXT MEETING", ["6.1 Thursday 12 June 2025 at 2.00 pm.", "The meeting ended at 3.25 pm."]),
)
FORUM_OCTOBER: Titled = (
    (
        "1. MINUTES",
        ["1.1 The minutes of the meeting held on 12 June 2026 were agreed as a correct record."],
    ),
    (
        "2. MATTERS ARISING",
        [
            "2.1 Minute 2.3: Jasper Thwaite was welcomed as the new member for Secondary Governors. The Clerk's action"
            " was complete.",
            "2.2 Minute 3.4: the criteria for the falling rolls fund had been published on 29 July 2025. Action"
            " closed.",
            "2.3 Minute 4.2: Bartholomew Crane had heard from six of eleven secondary heads about resource bases."
            " Carried forward to the next meeting.",
            "ACTION: Bartholomew Crane",
        ],
    ),
    (
        "3. SCHOOLS BUDGET 2026/27",
        [
            "3.1 Lionel Farrar presented the timetable for the budget, which the Forum noted.",
            "3.2 The Forum agreed that £35,000 be moved from the contingency to licences; 6 votes for, 1 against.",
        ],
    ),
    (
        "4. FACILITY TIME",
        [
            "4.1 Solomon Petch described how time for union duties was shared between schools. He would be writing to"
            " head teachers about cover for the spring term.",
            "4.2 The Forum noted the report.",
        ],
    ),
    ("5. ACTION LOG", ["5.1 The Forum noted the action log."]),
    ("6. DATE OF NEXT MEETING", ["6.1 Thursday 15 January 2026 at 2.00 pm.", "The meeting ended at 3.15 pm."]),
)
OCTOBER_FRONT: Titled = (
    (
        "Present:",
        [
            "Winifred Astley, Primary Headteachers (Chair)",
            "Bartholomew Crane, Secondary Headteachers",
            "Fergus Lindale, Early Years Providers",
            "Henrietta Moor, Primary Governors",
            "Solomon Petch, Trade Unions",
            "Quentin Rusk, Diocesan Representative",
            "Jasper Thwaite, Secondary Governors",
        ],
    ),
    (
        "Officers:",
        [
            "Ottilie Brandreth, Head of Education",
            "Lionel Farrar, Schools Finance Manager",
            "Cordelia Nunn, Clerk to the Forum",
        ],
    ),
    ("Apologies:", ["Damaris Oakes, Special School Governors"]),
)
LOG: Rows = (
    ("Meeting", "Minute", "Action", "Owner", "Due", "Status"),
    ("16 January 2025", "3.2", "Circulate the list of schools in deficit", "Lionel Farrar", "", "Completed"),
    (
        "16 January 2025",
        "4.6",
        "Write to the Department for Education about the late announcement of the grant",
        "Ottilie Brandreth",
        "",
        "Completed on 2 May 2025",
    ),
    (
        "16 January 2025",
        "5.3",
        "Email the early years rates to all providers",
        "Lionel Farrar",
        "14 February 2025",
        "Completed on 12 February 2025",
    ),
    ("20 March 2025", "3.4", "Bring a report on a falling rolls fund", "Lionel Farrar", "12 June 2025", "Completed"),
    (
        "20 March 2025",
        "4.2",
        "Draft a protocol for moving equipment between special schools",
        "Ottilie Brandreth",
        "",
        "Superseded by the county's equipment scheme",
    ),
    (
        "20 March 2025",
        "5.2",
        "Ask governing bodies to nominate a member for Secondary Governors",
        "Cordelia Nunn",
        "30 September 2025",
        "Completed",
    ),
    (
        "12 June 2025",
        "3.4",
        "Publish the criteria for the falling rolls fund",
        "Lionel Farrar",
        "31 July 2025",
        "Completed",
    ),
    (
        "12 June 2025",
        "4.2",
        "Survey secondary heads about resource bases",
        "Bartholomew Crane",
        "15 January 2026",
        "In progress",
    ),
)
