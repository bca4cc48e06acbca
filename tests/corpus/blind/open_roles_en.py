"""English roles of the open half, with their tasks and results."""

from __future__ import annotations

from tests.corpus.blind.model import Role

ROLES = (
    Role(
        ("Interim CFO", "Interim Finance Director", "Acting Chief Financial Officer"),
        ("Financial Controller", "Head of Accounting", "Finance Manager"),
        (
            "Built a 13-week rolling cash forecast and ran it with the lenders",
            "Moved group reporting to IFRS and shortened the monthly close",
            "Negotiated a covenant waiver with four banks",
            "Set up a KPI pack for the shareholders",
            "Reorganised accounts payable, credit control and treasury",
        ),
        (
            "DSO down from 68 to 45 days",
            "Released EUR 4.2m of working capital in six months",
            "Month-end close cut from 14 to 6 working days",
        ),
    ),
    Role(
        ("Interim Plant Manager", "Interim Operations Director", "Interim COO"),
        ("Production Manager", "Quality Manager", "Site Manager"),
        (
            "Stabilised deliveries after the transfer of two assembly lines",
            "Introduced daily shift meetings and visual boards",
            "Closed the open findings of the customer audit against IATF 16949",
            "Renegotiated shift patterns with the works council",
        ),
        (
            "Scrap reduced from 8.1% to 3.0%",
            "On-time delivery up from 70 to 95 per cent",
            "Backlog of 3,900 orders cleared in eleven weeks",
        ),
    ),
    Role(
        ("Interim CIO", "IT Programme Director", "Interim Head of IT"),
        ("Head of IT", "Applications Project Manager"),
        (
            "Replaced the legacy ERP system with SAP S/4HANA at five sites",
            "Rebuilt IT operations after a ransomware attack",
            "Merged three help desks into one",
            "Selected and managed the new data centre provider",
        ),
        (
            "Go-live without lost production",
            "IT spending lowered by 16 per cent",
            "Restore time cut from three days to five hours",
        ),
    ),
    Role(
        ("Interim HR Director", "Acting Head of People", "Interim Head of HR"),
        ("HR Business Partner", "Head of Human Resources"),
        (
            "Negotiated the redundancy plan with the unions",
            "Harmonised pay grades across three subsidiaries",
            "Recruited nine regional managers",
            "Digitised personnel files and payroll",
        ),
        (
            "Staff turnover down from 21 to 12 per cent",
            "Agreement reached in seven weeks without arbitration",
        ),
    ),
    Role(
        ("Interim Procurement Director", "Interim Supply Chain Manager", "Acting CPO"),
        ("Strategic Buyer", "Logistics Manager"),
        (
            "Bundled demand for packaging and freight",
            "Qualified a second source for semiconductors",
            "Re-tendered contract logistics in four countries",
            "Introduced S&OP and a supplier scorecard",
        ),
        (
            "Savings of GBP 2.7m in the first year",
            "Stock reduced by a quarter",
        ),
    ),
    Role(
        ("Interim Managing Director", "Chief Restructuring Officer", "Turnaround Director"),
        ("Managing Director", "Assistant to the Board", "Head of Corporate Development"),
        (
            "Drew up and carried out the restructuring plan",
            "Closed one site and moved its production",
            "Led talks with credit insurers and lenders",
            "Prepared the sale to a trade buyer (M&A)",
        ),
        (
            "EBITDA turned from minus 3 to plus 2 million euros",
            "Insolvency averted, 280 jobs kept",
            "Sale completed within nine months",
        ),
    ),
)
