"""The words of the papers that make_corpus.py lays out: an invented parish council and an invented district council."""

from __future__ import annotations

from collections.abc import Sequence

Titled = tuple[tuple[str, Sequence[str]], ...]
"""Headings, each with its paragraphs."""

AGENDA = (
    ("1", "APOLOGIES FOR ABSENCE", "To receive apologies and the reasons for them."),
    ("2", "DECLARATIONS OF INTEREST", "Members to declare any interest in an item on this agenda."),
    ("3", "MINUTES (Pages 3 - 4)", "To approve the minutes of the meeting held on 14 January 2025."),
    ("4", "PUBLIC PARTICIPATION", "Fifteen minutes are set aside for questions from residents of the parish."),
    ("5", "PLAY AREA SURFACING (Pages 5 - 6)", "To consider the report of the Clerk and decide on the quotations."),
    ("6", "ACTION SHEET (Page 7)", "To review the actions from the last meeting."),
    ("7", "PLANNING APPLICATIONS", "To comment on applications received since the last meeting."),
    ("8", "ACCOUNTS FOR PAYMENT", "To approve the payments on the schedule that the Clerk will table."),
    ("9", "DATE OF NEXT MEETING", "Tuesday 13 May 2025 at 7.15 pm."),
)
NOTES = (
    "Members of the public and press are welcome to attend. A resident who wishes to speak under item 4 is"
    " asked to give"
    " the Clerk a day's notice, so that an answer can be ready.",
    "The Reading Room has a level entrance from Church Lane and a hearing loop. Please tell the Clerk if the papers are"
    " needed in large print.",
    "The meeting may be filmed or recorded. Anyone who does so is asked to sit in the front row and to leave the public"
    " seats out of the picture.",
)
MINUTES: tuple[tuple[str, Sequence[tuple[str, str]]], ...] = (
    (
        "1. Apologies for absence",
        [("Apologies were received from Cllr Callum Orde, who was working away.", "")],
    ),
    ("2. Declarations of interest", [("There were none.", "")]),
    (
        "3. Minutes of the last meeting",
        [("RESOLVED that the minutes of the meeting held on 12 November 2024 be signed as a correct record.", "")],
    ),
    (
        "4. Matters arising",
        [
            ("The Clerk reported that the grit bin at Pinfold Corner had been refilled in December 2024.", ""),
            (
                "The street lamp at Chapel Rise was still out, ten weeks after it was first reported. Clerk to press"
                " Harrowdale District Council for a repair date.",
                "JG",
            ),
        ],
    ),
    (
        "5. Public participation",
        [
            (
                "A resident asked when the verge beside Mill Lane would be made good after the water main works. The"
                " Chair offered to speak to the highways engineer.",
                "IT",
            ),
            ("A second resident thanked the Council for the new noticeboard.", ""),
        ],
    ),
    (
        "6. Planning applications",
        [
            ("25/00017/FUL: single-storey rear extension at 4 Pinfold Corner. No objection.", ""),
            (
                "25/00022/OUT: outline application for nine houses north of Mill Lane. The Council objected because of"
                " the narrow access and the flooding seen in January 2024.",
                "",
            ),
            ("Clerk to send both comments to the planning officer by 28 January 2025.", "JG"),
        ],
    ),
    (
        "7. Finance",
        [
            ("The Clerk reported a bank balance of £18,442.16 at 31 December 2024.", ""),
            (
                "RESOLVED that payments of £1,236.40 be approved. Proposed by Cllr Pell, seconded by Cllr Venn.",
                "",
            ),
            (
                "RESOLVED that the precept for 2025/26 be set at £24,500. Proposed by Cllr Pell, seconded by Cllr"
                " Marwood; four votes for, one against.",
                "",
            ),
            ("A three-year budget forecast to be prepared for the May meeting.", "DP/JG"),
        ],
    ),
    (
        "8. Play area",
        [
            (
                "Cllr Venn reported that the surface below the swings had worn through to the stone. She was asked to"
                " obtain three quotations for new surfacing.",
                "PV",
            ),
            ("The annual safety inspection report was noted.", ""),
        ],
    ),
    (
        "9. Playing field lease",
        [("It was agreed to defer the renewal of the playing field lease until the May meeting.", "")],
    ),
    (
        "10. Footpaths",
        [
            (
                "Cllr Stainforth reported that volunteers had mended the stile at Low Bank and had found the"
                " bridge sound."
                " No action was needed on either.",
                "",
            ),
            (
                "Walkers had complained of nettles and a fallen branch on the path behind the mill. Cllr Marwood to ask"
                " the landowner to clear the path before the next meeting.",
                "RM",
            ),
        ],
    ),
    (
        "11. Correspondence",
        [
            (
                "A letter from the county council about the library van was noted. The van will stop at the"
                " Reading Room"
                " on the first Friday of the month from 7 March 2025.",
                "",
            ),
            (
                "The district council is consulting on a new local plan and asks for replies by 28 February 2025. Cllr"
                " Pell to draft a reply and send it to members for comment.",
                "DP",
            ),
        ],
    ),
    (
        "12. Reports and newsletter",
        [
            ("Cllr Bexley agreed to send the Clerk the new waste collection dates.", ""),
            ("Members to send the Clerk items for the spring newsletter by 14 February.", "ALL"),
        ],
    ),
    (
        "13. Date of next meeting",
        [
            ("Tuesday 11 March 2025 at 7.15 pm in the Reading Room.", ""),
            ("The meeting closed at 8.50 pm.", ""),
        ],
    ),
)
FUNDING = (
    ("Source", "2024/25 £", "2025/26 £", "Total £"),
    ("Parish reserves", "3,000", "1,500", "4,500"),
    ("District community grant", "0", "4,000", "4,000"),
    ("Friends of the Play Area", "650", "600", "1,250"),
    ("Total", "3,650", "6,100", "9,750"),
)
ACTIONS = (
    ("Topic", "Action", "Owner", "Due", "Outcome"),
    (
        "4. Matters arising",
        "Press Harrowdale District Council for a repair date for the lamp at Chapel Rise",
        "Clerk",
        "",
        "Lamp replaced on 3 February. Completed.",
    ),
    (
        "5. Public participation",
        "Speak to the highways engineer about the verge beside Mill Lane",
        "Cllr Thackray",
        "",
        "Met on site; repair promised for April 2025",
    ),
    (
        "6. Planning applications",
        "Send both comments to the planning officer",
        "Clerk",
        "28 January 2025",
        "Completed.",
    ),
    ("7. Finance", "Prepare a three-year budget forecast", "Cllr Pell, Clerk", "May meeting", "First draft in hand"),
    ("8. Play area", "Obtain three quotations for new surfacing", "Cllr Venn", "", "Three received: see the report"),
    (
        "10. Footpaths",
        "Ask the landowner to clear the path behind the mill",
        "Cllr Marwood",
        "Next meeting",
        "Path cleared. Completed.",
    ),
    ("11. Correspondence", "Draft a reply on the local plan", "Cllr Pell", "28 February 2025", "Sent on 24 February"),
    ("12. Newsletter", "Send items for the spring newsletter", "All", "14 February", "Four items received"),
)
REPORT: Titled = (
    (
        "1. Purpose",
        [
            "This report asks the Council to choose a contractor for the surface below the swings and to agree"
            " how the work"
            " is paid for.",
        ],
    ),
    (
        "2. Background",
        [
            "The inspector's report of 9 December 2024 gave the surface a medium risk. The present matting was"
            " laid in 2011"
            " and was expected to last for ten years. The swings have been out of use since 20 January 2025.",
            "Some sixty children live within five minutes' walk. The Friends of the Play Area counted 140 visits in the"
            " last week of October, and a letter from the primary school asks that the swings be open again before the"
            " summer.",
        ],
    ),
    (
        "3. Quotations",
        [
            "Three firms have quoted. Quillmere Surfacing asks £9,750 for rubber mulch on a stone base with a five-year"
            " guarantee. Stonebeck Play asks £11,480 for wet-pour rubber. Dunnock and Daughters ask £7,900 for"
            " loose bark,"
            " which would need topping up every spring at about £450.",
        ],
    ),
    (
        "4. Recommendations",
        [
            "That the Council:",
            "(a) accept the quotation of Quillmere Surfacing;",
            "(b) meet the cost as shown in the table below; and",
            "(c) ask the Clerk to claim the district community grant before 30 April 2025.",
        ],
    ),
    (
        "5. Financial implications",
        [
            "The reserves stood at £12,100 on 28 February 2025. The grant must be spent within 2025/26. Table"
            " 1 shows how the"
            " cost would be met.",
        ],
    ),
)
REPORT_END = (
    "6. Risks",
    ["If nothing is done the insurer may withdraw cover for the swings at the renewal in May 2025."],
)

MAY: Titled = (
    (
        "Election of Chair",
        [
            "Cllr Desmond Pell was elected Chair for 2025/26. Proposed by Cllr Thackray, seconded by Cllr"
            " Venn; all in favour."
        ],
    ),
    ("Apologies for absence", ["Apologies were received from Cllr Hugh Stainforth, who was on holiday."]),
    (
        "Declarations of interest",
        ["Cllr Marwood declared an interest in item 7 as a trustee of the village hall and left the room for it."],
    ),
    (
        "Minutes",
        ["RESOLVED that the minutes of the meeting held on 11 March 2025 be approved and signed by the Chair."],
    ),
    (
        "Finance",
        [
            "The Council noted the bank balance of £31,208.55 at 30 April 2025.",
            "RESOLVED that the Annual Governance Statement for 2024/25 be approved. Proposed by Cllr Venn, seconded by"
            " Cllr Orde; 5 votes for, 0 against.",
            "RESOLVED that the insurance renewal of £612.80 be accepted. Proposed by Cllr Thackray, seconded by Cllr"
            " Marwood; 4 votes for, 1 against.",
        ],
    ),
    (
        "Play area",
        [
            "The Clerk reported that the new surface had been laid in the last week of April at a cost of £9,750.",
            "RESOLVED that the swings be opened on 24 May 2025.",
            "It was agreed to defer the choice of a bench until the July meeting.",
        ],
    ),
    (
        "Village hall car park",
        ["A proposal to lend the village hall £2,000 was put to the vote and lost; 1 vote for, 3 against."],
    ),
    (
        "Highways",
        [
            "Potholes in Mill Lane had grown over the winter. Cllr Orde offered to log them on the county's website.",
            "Cllr Bexley said that she would ask the district council about the litter bin missing from Chapel Rise.",
        ],
    ),
    ("Next meeting", ["Tuesday 8 July 2025 at 7.15 pm in the Reading Room.", "The meeting closed at 8.40 pm."]),
)
MAY_ACTIONS = (
    ("Action", "By whom", "By when"),
    ("Publish the notice of public rights for the accounts", "Clerk", "6 June 2025"),
    ("Pay the insurance renewal", "Clerk", "31 May 2025"),
    ("Log the potholes in Mill Lane on the county's website", "Cllr Orde", "as soon as possible"),
    ("Bring three designs for a bench", "Cllr Venn, Cllr Marwood", "8 July 2025"),
)
CABINET_FRONT = (
    (
        "Present:",
        [
            "Councillor Marguerite Hollin (Leader of the Council, in the Chair)",
            "Councillor Anton Frayne (Finance and Assets)",
            "Councillor Leonie Tarrant (Housing)",
            "Councillor Gethin Moss (Environment)",
        ],
    ),
    (
        "Officers in attendance:",
        [
            "Sabine Crowther, Chief Executive",
            "Oswin Hale, Director of Finance",
            "Perpetua Lyle, Head of Legal and Democratic Services",
            "Miles Tunstall, Assistant Director for Housing",
        ],
    ),
    ("Apologies:", ["Councillor Bettina Roe (Leisure)"]),
)
CABINET: Titled = (
    (
        "101. MINUTES",
        [
            "RESOLVED – That the minutes of the meeting held on 11 March 2025 be confirmed as a correct record"
            " and signed by"
            " the Leader.",
        ],
    ),
    ("102. DECLARATIONS OF INTEREST", ["No declarations were made."]),
    (
        "103. FINANCIAL MONITORING 2024/25: THIRD QUARTER",
        [
            "The Director of Finance presented the report, which forecast an overspend of £1.2 million against"
            " a net budget"
            " of £18.6 million. Most of it came from temporary accommodation, where numbers had risen by a third since"
            " September 2024.",
            "In reply to Councillor Moss, the Head of Legal and Democratic Services undertook to circulate a"
            " note on the new"
            " procurement thresholds to all members.",
            "RESOLVED – That",
            "(a) the forecast for the year be noted;",
            "(b) a transfer of £350,000 from the General Reserve be approved; and",
            "(c) the Director of Finance report the final position to the Cabinet on 10 June 2025.",
            "Reasons for the decision: To keep spending within the approved budget.",
        ],
    ),
    (
        "104. TEMPORARY ACCOMMODATION STRATEGY",
        [
            "Councillor Tarrant introduced the strategy. It would replace nightly lettings, which now cost £61"
            " a night, with"
            " homes leased by the Council.",
            "RESOLVED – That",
            "(a) the Temporary Accommodation Strategy be adopted;",
            "(b) the leasing of up to twelve homes at a cost of no more than £240,000 a year be approved; and",
            "(c) the Council be recommended to add £500,000 to the capital programme for 2025/26.",
            "Reasons for the decision: To reduce the use of nightly lettings.",
            "Alternative options considered: To go on with nightly lettings. This was rejected because of its cost.",
        ],
    ),
    (
        "105. LEISURE CENTRE ROOF",
        [
            "RESOLVED – That consideration of the report be deferred to the meeting on 10 June 2025.",
            "Reasons for the decision: The surveyor's findings were not yet to hand.",
        ],
    ),
    (
        "106. EXCLUSION OF THE PUBLIC",
        [
            "RESOLVED – That the public be excluded from the meeting for the following item of business on the"
            " grounds that"
            " it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of"
            " Schedule 12A"
            " to the Local Government Act 1972.",
        ],
    ),
    (
        "107. SALE OF LAND AT BECKSIDE (EXEMPT)",
        [
            "RESOLVED – That the sale of the land be approved on the terms set out in the exempt report.",
        ],
    ),
)
CABINET_END = (
    "The decisions recorded above come into force on 18 April 2025 unless they are called in.",
    "The meeting closed at 7.25 pm.",
)
