"""English roles of the report half, with their tasks and results; who develops the rules does not read them."""

from __future__ import annotations

from tests.corpus.blind.model import Role

ROLES = (
    Role(
        ("Group Treasurer (interim)", "Stand-in Finance Chief", "Caretaker CFO"),
        ("Treasurer", "Finance Analyst", "Deputy Head of Accounts"),
        (
            "pooled the cash of 38 bank accounts",
            "put in place hedging for dollar purchases",
            "ran the tender for a new auditor",
            "agreed deferred payments with 15 creditors",
        ),
        (
            "interest bill a third lower",
            "equity ratio rose from 10 to 22 per cent",
            "overdue receivables brought down from 9 to 2 million pounds",
        ),
    ),
    Role(
        ("Hospital Chief Executive (cover)", "Interim Director of Administration", "Acting Hospital Manager"),
        ("Hospital Administrator", "Ward Services Manager", "Billing Manager"),
        (
            "prepared budget negotiations with the insurers",
            "reorganised admissions and discharge",
            "agreed new theatre schedules with the consultants",
            "outsourced catering, laundry and cleaning",
        ),
        (
            "annual deficit cut from 4.8 to 0.7 million",
            "average stay 1.2 days shorter",
            "nursing resignations halved",
        ),
    ),
    Role(
        ("Construction Director on a fixed term", "Interim Site Director", "Rescue Project Manager"),
        ("Site Engineer", "Estimator", "Branch Manager"),
        (
            "took over a stalled tunnel project from the dismissed main contractor",
            "assessed and settled variation claims with the owner",
            "drew up a new schedule and followed it weekly",
            "checked and retrained site safety",
        ),
        (
            "handed over two months ahead of the revised date",
            "claims worth 6.9 million accepted",
            "accident rate down 58%",
        ),
    ),
    Role(
        ("Interim Chief Digital Officer", "Temporary Head of E-commerce", "Digital Lead (interim)"),
        ("Online Product Manager", "Web Shop Manager", "IT Consultant"),
        (
            "relaunched the web shop with new payment methods",
            "brought campaign management back in house",
            "hired and trained a data analysis team",
            "linked warehouse and dispatch through an API",
        ),
        (
            "online share of trade up from 7 to 20 per cent",
            "returns fell by 9 points",
            "loading time cut to a third",
        ),
    ),
    Role(
        ("Interim Quality Director", "Caretaker Head of Quality", "Temporary QA Lead"),
        ("Test Engineer", "Quality Assurance Manager", "Laboratory Manager"),
        (
            "worked through the regulator's list of defects after a GMP inspection",
            "cleared quarantined stock and restored batch traceability",
            "rewrote test plans to EN 10025",
            "trained 210 operators in root-cause analysis",
        ),
        (
            "manufacturing licence kept",
            "complaints down from 150 to 40 ppm",
            "repeat audit passed without findings",
        ),
    ),
    Role(
        ("Carve-out Manager", "Integration Director for hire", "Interim PMO Lead"),
        ("Management Consultant", "Project Assistant", "Head of Organisation"),
        (
            "separated a division from its parent within 14 months",
            "concluded transitional service agreements with the seller",
            "planned, staffed and tracked twenty workstreams",
            "equipped the new company with its own back office",
        ),
        (
            "cut-over date met, budget underspent by 0.5 million",
            "no key employee lost",
        ),
    ),
)
