"""English fields of work of the sealed half: titles, tasks and results."""

from __future__ import annotations

from tests.corpus.blind.sealed_shape import Job

JOBS = (
    Job(
        "Operations",
        ("Interim Plant Director", "Acting Works Manager", "Site Turnaround Lead (contract)", "Fractional COO"),
        ("Plant Manager", "Production Superintendent", "Shift Manager", "Operations Manager"),
        (
            "Took the paint shop from two shifts to three without agency labour",
            "Moved {q} lines to Slovakia, running again after {k} weeks",
            "Daily stand-ups at every line, downtime logged by the operators themselves",
            "Rebuilt the maintenance schedule around the bottleneck",
            "Negotiated the new shift pattern with the unions",
        ),
        (
            "The plant had missed its schedule for {k} months in a row; I started by staffing the bottleneck round the clock and then worked outwards",
            "Together with the supervisors I replaced the push planning by a simple card system",
            "I was also asked to prepare the move to the new building and to keep customers supplied meanwhile",
        ),
        (
            "On-time delivery up from {d}% to 97%",
            "Scrap down {p}%",
            "Changeover on the presses cut from {d} to {q} minutes",
            "Output per head +{p}%, no capital spent",
        ),
    ),
    Job(
        "Finance",
        (
            "Interim Finance Director",
            "CFO (contract)",
            "Acting Group Controller",
            "Financial Controller, maternity cover",
        ),
        ("Finance Manager", "Controller", "Management Accountant", "Head of Finance"),
        (
            "Month-end close brought forward from day {t} to day five",
            "13-week cash forecast, reviewed every Monday with the lenders",
            "Refinanced facilities with {q} banks",
            "Carve-out accounts prepared for the sale",
            "Product costing rebuilt from the routings up",
        ),
        (
            "My predecessor left overnight, so I first caught up on two late year-end audits and then rebuilt the team",
            "I led the talks with the banks, which ended in a standstill agreement and later in a full refinancing",
            "The board now receives a one-page pack instead of ninety slides",
        ),
        (
            "Overdue debt reduced by EUR {m}m",
            "Clean audit opinion for the first time in three years",
            "GBP {m}m of working capital released",
        ),
    ),
    Job(
        "Purchasing",
        ("Interim Procurement Director", "Chief Buyer (temporary)", "Sourcing Lead, cost programme"),
        ("Purchasing Manager", "Senior Buyer", "Category Manager", "Head of Procurement"),
        (
            "Re-tendered packaging, energy and freight",
            "Cut the supplier base by {d} names",
            "Second source for castings qualified in Turkey",
            "Annual talks with the {t} largest vendors",
        ),
        (
            "Suppliers had asked for increases across the board; I went through them one by one and turned most of them down with facts",
            "A key vendor became insolvent and I had to find, approve and ramp up a new one within weeks",
        ),
        (
            "EUR {m}m saved in year one",
            "Material ratio down by {q} points",
            "Payment terms extended by {t} days on average",
        ),
    ),
    Job(
        "Supply chain",
        ("Interim Head of Logistics", "Supply Chain Lead (assignment)", "Warehouse Start-up Manager"),
        ("Logistics Manager", "Warehouse Manager", "Planner, later Team Lead", "Supply Chain Manager"),
        (
            "New warehouse with {h} pallet positions brought into service",
            "Stock records corrected, write-offs cleared with the auditors",
            "Outbound transport handed to two carriers",
            "Sales planning and scheduling brought under one roof",
        ),
        (
            "The new warehouse did not start; I stopped inbound, had the master data put right and reopened after {q} weeks",
            "Sales and manufacturing had never planned together, so I introduced a monthly meeting with one agreed set of figures",
        ),
        (
            "Inventory down {p}%",
            "Freight cost lowered by EUR {h}k a year",
            "Back orders from {d} a week to {q}",
        ),
    ),
    Job(
        "People",
        ("Interim HR Director", "People Lead, restructuring", "Acting Head of Human Resources"),
        ("HR Manager", "HR Business Partner", "Training Officer", "Head of Human Resources"),
        (
            "Consultation on {d} redundancies, no tribunal",
            "Payroll outsourced",
            "Filled {t} vacancies in engineering and sales",
            "Site agreement on flexible hours signed",
        ),
        (
            "Over {k} months I negotiated the agreement with the works council that kept the site open",
            "I turned a group of specialists into a team with one contact for each department",
        ),
        (
            "Absence down by {q} points",
            "Staff turnover halved",
            "Time to hire cut by {p} days",
        ),
    ),
    Job(
        "IT",
        ("Interim CIO", "ERP Programme Manager (freelance)", "Acting IT Director"),
        ("IT Manager", "Systems Analyst", "SAP Consultant", "Head of Applications"),
        (
            "SAP rolled out at {q} sites",
            "Data centre moved to the cloud",
            "Outsourcing contract cancelled and tendered again",
            "Recovered from a ransomware attack in {t} days",
        ),
        (
            "The programme was {k} months late when I joined; we cut the scope, set a date and kept it",
            "I replaced a home-grown order system by a standard package, cleaned the data first and trained users in small groups",
        ),
        (
            "IT spend down {p}%",
            "Open tickets from {h} to {d}",
            "Go-live without a single day of lost shipments",
        ),
    ),
    Job(
        "Sales",
        ("Interim Sales Director", "Commercial Lead (contract)", "Acting VP Sales EMEA"),
        ("Area Sales Manager", "Sales Manager", "Key Account Manager", "Business Development Manager"),
        (
            "Price list cleaned up, discounts capped",
            "Field force redrawn from {d} to {t} territories",
            "CRM introduced, every quotation now followed up",
            "Distributors signed in France and the Nordics",
        ),
        (
            "In my first six weeks I visited the {t} largest customers myself and built the year's plan on what they told me",
            "We stopped selling on price alone and made spares and service a business of its own",
        ),
        (
            "Order intake +{p}% in {k} months",
            "{q} lost accounts won back",
            "Gross margin up {q} points",
        ),
    ),
    Job(
        "Turnaround",
        ("Chief Restructuring Officer", "Turnaround CEO", "Interim Managing Director"),
        ("Managing Director", "General Manager", "Assistant to the Board", "Business Unit Manager"),
        (
            "Closed {q} loss-making branches",
            "Sold the non-core business to a competitor",
            "Agreed time-to-pay with the tax office",
            "Rescue plan agreed with lenders and owners, then carried out",
        ),
        (
            "The company was {q} weeks away from running out of cash when I was called; we calmed suppliers, secured wages and found a buyer",
            "Loss-making orders were repriced or declined, which took nerve but changed the result within two quarters",
        ),
        (
            "EBITDA from minus {m} to plus {q} million",
            "{h} jobs saved",
            "Sale completed after {k} months",
        ),
    ),
    Job(
        "Quality",
        ("Interim Quality Director", "Containment Lead", "Acting Head of Quality"),
        ("Quality Manager", "Quality Engineer", "Supplier Quality Engineer"),
        (
            "Prepared the site for IATF 16949, passed first time",
            "Rewrote the ISO 9001 manual down to forty pages",
            "Took inspection back from the sorting firms to the line",
            "Audited suppliers in China and Poland",
        ),
        (
            "Our largest customer had stopped awarding business; after {k} months we were back on the supplier list",
            "I had all gauges registered afresh and wrote the control plans together with the operators",
        ),
        (
            "Cost of poor quality down {p}%",
            "Complaints from {d} to {q} a month",
            "Customer's stop-ship lifted after {t} weeks",
        ),
    ),
    Job(
        "Engineering",
        ("Interim Engineering Director", "Programme Manager, new product launch", "Acting CTO"),
        ("Engineering Manager", "Design Engineer", "Project Engineer", "Technical Director"),
        (
            "Stage gates introduced, weekly review with the customer",
            "Modular kit instead of one-off designs",
            "Steered {q} launches from sample to series",
            "Merged test and prototype shop",
        ),
        (
            "The design office was working on {d} subjects at once; we kept the {t} that somebody was paying for",
            "I answered for date, cost and maturity of the new unit until series and led teams in three countries to get there",
        ),
        (
            "Launched {k} weeks ahead of plan",
            "Part numbers reduced by {p}%",
            "Unit cost down {p}%",
        ),
    ),
)
