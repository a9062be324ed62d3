using System.Text;

namespace OpenUpr.Tests.App.Sheets;

internal static partial class Samples
{
    private static Sample TwoTables() => Book("two tables", "one below the other, with other headings", [new SampleSheet("Both",
    [
        ["Supported recommendations"],
        ["No", "Action", "Ministry", "Deadline", "Status"],
        ["131.8", "Amend the Education Act", "Ministry of Education", "2026-06-30", "Ongoing"],
        ["131.9", "Raise the grant for single parents", "Ministry of Finance", "2026-12-31", "Planned"],
        [],
        ["Noted recommendations"],
        ["Recommendation number", "Ministry", "Measure", "Comments"],
        ["131.1", "Ministry of Justice", "Publish the study on capital punishment", "For information"],
    ])], [
        new("Amend the Education Act", "Ministry of Education", null, "2026-06-30", "begun", "131.8"), new("Raise the grant for single parents", "Ministry of Finance", null, "2026-12-31", "planned", "131.9"), new("Publish the study on capital punishment", "Ministry of Justice", null, null, "planned", "131.1"),
    ], ("leave", "yes"));

    private static Sample ManySheets() => Book("several sheets", "one for each ministry, a cover and a hidden one", [
        new SampleSheet("Cover", [["National matrix"], ["Office of the Prime Minister"]]),
        new SampleSheet("Justice", [["No", "Action", "Lead", "Deadline"], ["131.13", "Hire ten clerks", "Ministry of Justice", "2026-05-31"]]),
        new SampleSheet("Health", [["No", "Action", "Lead", "Deadline"], ["131.11", "Extend the clinic hours", "Ministry of Health", "2026-08-31"]]),
        new SampleSheet("Lists", [["Status", "Code"], ["Done", "1"], ["Planned", "2"]]) { IsHidden = true },
    ], [new("Hire ten clerks", "Ministry of Justice", null, "2026-05-31", "planned", "131.13"), new("Extend the clinic hours", "Ministry of Health", null, "2026-08-31", "planned", "131.11")], ("leave", "yes"));

    private static Sample Sums() => Book("sums and shares", "subtotals, a total, a column of percentages", [new SampleSheet("Costs",
    [
        ["No", "Activity", "Responsible agency", "Budget", "% complete", "Timeline"],
        ["131.6", "Repair six kitchens", "Ministry of Education", "4,200,000", new Share(0.5), "2026"],
        ["131.6", "Buy books for grade three", "Ministry of Education", "900,000", new Share(1), "2026"],
        ["Subtotal", null, null, "5,100,000", null, null],
        ["131.12", "Survey the new plots", "Ministry of Housing", "300,000", new Share(0), "H2 2026"],
        ["Grand total", null, null, "5,400,000", new Share(0.5), null],
    ])], [
        new("Repair six kitchens", "Ministry of Education", null, "2026-12-31", "planned", "131.6"), new("Buy books for grade three", "Ministry of Education", null, "2026-12-31", "planned", "131.6"), new("Survey the new plots", "Ministry of Housing", null, "2026-12-31", "planned", "131.12"),
    ]);

    private static Sample HiddenColumn() => Book("hidden column", "remarks that nobody was to see", [new SampleSheet("Matrix",
    [
        ["No", "Action", "Internal remark", "Ministry", "End date"],
        ["131.4", "Move the commission into its own house", "The minister is against it", "Ministry of National Security", new DateOnly(2026, 10, 31)],
    ]) { HiddenColumns = [3] }], [new("Move the commission into its own house", "Ministry of National Security", null, "2026-10-31", "planned", "131.4")], ("leave", "yes"));

    private static Sample Formulas() => Book("formulas", "numbers, texts and days that are worked out; 131.10 as a number", [new SampleSheet("Calc",
    [
        ["No", "Action", "Ministry", "Start", "End"],
        [new TwoPlaces(131.1), "Draft the law of the institution", new Worked("H1", "Office of the Prime Minister"), new DateOnly(2026, 1, 1), new Worked("D2+90", new DateOnly(2026, 4, 1))],
        [new Worked("A2", "131.16"), new Worked("CONCAT(\"Report \",\"to the Assembly\")", "Report to the Assembly"), "Office of the Prime Minister", new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)],
    ])], [new("Draft the law of the institution", "Office of the Prime Minister", "2026-01-01", "2026-04-01", "planned", "131.10"), new("Report to the Assembly", "Office of the Prime Minister", "2026-04-01", "2026-06-30", "planned", "131.16")]);

    private static Sample LineBreaks() => Book("many in one cell", "several recommendations and ministries in a cell, line breaks, a range", [new SampleSheet("Plan",
    [
        ["Recommendations", "Action", "Responsible", "Indicators", "Period"],
        ["131.4, 131.5; 131.8", "Train the police:\n- on children\n- on young people", "MoJ; MoNS", "Officers trained\nComplaints answered", "January - June 2026"],
        ["131.1–131.3", "Hold a week of public talks", "Law Commission / MoJ\nMinistry of Information", "Talks held", "Sept 2026"],
    ])], [
        new("Train the police:\n- on children\n- on young people", "MoJ", "2026-01-01", "2026-06-30", "planned", "131.4", "131.5", "131.8"), new("Hold a week of public talks", "Law Commission", null, "2026-09-30", "planned", "131.1", "131.2", "131.3"),
    ]);

    private static Sample Arabic() => Book("right to left", "headings in Arabic, a language whose words it does not know", [new SampleSheet("خطة",
    [
        ["الرقم", "التوصية", "الإجراء المطلوب تنفيذه", "الجهة المسؤولة", "تاريخ الانتهاء", "الحالة"],
        ["131.7", "Ratify OP-CAT, following ratification of the Convention against Torture in 2018", "إعداد مشروع القانون وعرضه على البرلمان", "وزارة العدل", "2026-03-31", "منجز"],
        ["131.14", "Criminalize marital rape without exception, and open a second crisis centre for women", "فتح مركز ثان للنساء في العاصمة", "وزارة الشؤون الاجتماعية", "2026-09-30", "قيد التنفيذ"],
    ]) { IsRightToLeft = true }], [new("إعداد مشروع القانون وعرضه على البرلمان", "وزارة العدل", null, "2026-03-31", "done", "131.7"), new("فتح مركز ثان للنساء في العاصمة", "وزارة الشؤون الاجتماعية", null, "2026-09-30", "begun", "131.14")],
        ("column-0-3", "ministry"), ("column-0-5", "status"), ("word=منجز", "done"), ("word=قيد التنفيذ", "begun"));

    private static Sample NoActions() => Book("no actions", "recommendations with ministry and state; no column says what is to be done", [new SampleSheet("State of play",
    [
        ["Paragraph", "Recommendations", "Ministry", "Implementation status", "Progress made"],
        ["131.9", "Improve the situation of households headed by a single parent in the hills above Saint Orban", "Ministry of Housing", "Partially implemented", "Sixty homes were repaired."],
        ["131.15", "Create an environment in which journalists who report on gangs can work without fear, among other things by answering promptly when they ask for protection", "Ministry of National Security", "Not implemented", "A draft of guidelines exists."],
    ])], [
        new("Improve the situation of households headed by a single parent in the hills above Saint Orban", "Ministry of Housing", null, null, "begun", "131.9"),
        new("Create an environment in which journalists who report on gangs can work without fear, among other things by answering promptly when they ask for protection", "Ministry of National Security", null, null, "planned", "131.15"),
    ]);

    private static Sample Sections() => Book("sections", "themes and recommendations as rows across the table", [new SampleSheet("By theme",
    [
        ["Action", "Responsible body", "Start date", "Due date", "State"],
        ["Theme 1: Detention"],
        ["131.13 Accelerate criminal trials, since some of the accused have waited seven years in detention for theirs, and set a time limit for pre-trial detention after which a judge must order release on conditions (Arvenia)"],
        ["Write the rules on bail", "Judiciary", "2026-01-01", "2026-02-28", "Done"],
        ["Visit every place of detention", "Ministry of Justice", "2026-03-01", "2026-12-31", "Ongoing"],
        ["Theme 2: Health"],
        ["131.11 Maintain the elimination of mother-to-child transmission of HIV, certified in 2020, and continue to provide treatment without any charge to the patient"],
        ["Train the midwives", "Ministry of Health", "2026-01-01", "2026-12-31", "Ongoing"],
    ]) { Merges = ["A2:E2", "A3:E3", "A6:E6", "A7:E7"] }], [
        new("Write the rules on bail", "Judiciary", "2026-01-01", "2026-02-28", "done", "131.13"), new("Visit every place of detention", "Ministry of Justice", "2026-03-01", "2026-12-31", "begun", "131.13"), new("Train the midwives", "Ministry of Health", "2026-01-01", "2026-12-31", "begun", "131.11"),
    ], ("leave", "yes"));

    private static Sample OwnWords() => Book("words of its own", "green, amber and red for the state", [new SampleSheet("Tracker",
    [
        ["Rec no", "Activity", "Lead", "Deadline", "RAG", "Update"],
        ["131.4", "Write the referral protocol", "Police Oversight Commission", "2026-06-30", "Green", "Signed in March"],
        ["131.5", "Train forty youth workers", "Ministry of Youth", "2026-09-30", "Amber", "Twelve so far"],
        ["131.8", "Print leaflets for parents", "Ministry of Education", "2026-12-31", "Red", null],
    ])], [
        new("Write the referral protocol", "Police Oversight Commission", null, "2026-06-30", "done", "131.4"), new("Train forty youth workers", "Ministry of Youth", null, "2026-09-30", "begun", "131.5"), new("Print leaflets for parents", "Ministry of Education", null, "2026-12-31", "planned", "131.8"),
    ], ("column-0-4", "status"), ("word=green", "done"), ("word=amber", "begun"), ("word=red", "planned"));

    private static Sample Gaps() => Text("gaps and mistakes", "recommendations written once and left empty below, a number that is none, a time that is none", "gaps.csv", new UTF8Encoding(false),
        "No;Action;Ministry;Deadline;Remarks\n131.10;Choose a model for the institution;Office of the Prime Minister;30.06.2026;\n;Ask the Assembly;Office of the Prime Minister;31.12.2026;first reading\n131.99;Something for another review;Ministry of Justice;when possible;\n;;;;a stray word\n", 18,
        [new("Choose a model for the institution", "Office of the Prime Minister", null, "2026-06-30", "planned", "131.10"), new("Ask the Assembly", "Office of the Prime Minister", null, "2026-12-31", "planned", "131.10"), new("Something for another review", "Ministry of Justice", null, null, "planned")], ("leave", "yes"));
}
