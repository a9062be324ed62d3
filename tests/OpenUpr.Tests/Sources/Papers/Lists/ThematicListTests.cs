using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Lists;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Sources.Papers.Lists;

/// <summary>Thematic lists in the forms that OHCHR gave them from cycle to cycle.</summary>
public sealed class ThematicListTests
{
    private static readonly string[] Cycle2 = ["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"];
    private static readonly string[] Cycle4 = ["Recommendation and recommending State", "Position of the State under review", "Human rights themes and groups of persons", "Relevant SDGs"];
    private static readonly ReferenceData Demo = ReferenceData.Load(World.Demo);

    [Fact]
    public void Cycle_2_has_codes_and_no_goals()
    {
        var reading = Read(Cycle2,
            ["Theme: A12 Acceptance of international norms"],
            ["115.1. Ratify the Convention (Arvenia, Quillon);\nSource of Position: A/HRC/99/5 - Para. 115", "Supported", "A12 Acceptance of international norms\nD29 Freedom from torture\nAffected persons:\n- women\n- persons deprived of their liberty", ""]);
        var text = Assert.Single(reading.Texts);
        Assert.Equal(("115.1", (string?)null, "Ratify the Convention", "(Arvenia, Quillon)"), (text.Paragraph, text.Part, text.Text, text.StatesAsPrinted));
        Assert.Equal(["XAR", "XQU"], text.States);
        Assert.Equal((Position.Supported, false, "Supported", "A/HRC/99/5, para. 115"), (text.Position!.Value, text.Position.Partial, text.Position.Wording, text.Position.Source));
        Assert.Equal(["Acceptance of international norms", "Freedom from torture"], text.Themes);
        Assert.Equal(["women", "persons deprived of their liberty"], text.Persons);
        Assert.Empty(text.Sdgs);
        Assert.Empty(reading.Doubts);
        Assert.Equal(("115.1", "Acceptance of international norms"), (reading.Passages.Single().Number, reading.Passages.Single().Heading));
    }

    [Fact]
    public void Cycle_3_has_goals_and_persons_among_the_themes()
    {
        var text = Assert.Single(Read(Cycle2, ["12.7 Act (Arvenia).", "Noted", "- Right to health\n- Budget & resources - general\nSDGs: \n- 3 - GOOD HEALTH AND WELL-BEING\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\nAffected persons: \n- Children", ""]).Texts);
        Assert.Equal(["Right to health", "Budget & resources - general"], text.Themes);
        Assert.Equal([3, 16], text.Sdgs);
        Assert.Equal(["Children"], text.Persons);
    }

    [Fact]
    public void Cycle_4_has_a_column_of_goals()
    {
        var text = Assert.Single(Read(Cycle4, ["12.7 Act (Bel Tora (Federation of));", "Supported", "- Right to health\nGroups of Persons: \n- Minorities/ racial groups", "- 10 - REDUCED INEQUALITIES\n- 99 - NO GOAL"]).Texts);
        Assert.Equal(["XBT"], text.States);
        Assert.Equal(["Right to health"], text.Themes);
        Assert.Equal(["Minorities/ racial groups"], text.Persons);
        Assert.Equal([10], text.Sdgs);
    }

    [Theory]
    [InlineData("Supported", Position.Supported, false)]
    [InlineData("Accepted", Position.Supported, false)]
    [InlineData("Noted", Position.Noted, false)]
    [InlineData("Not supported", Position.Noted, false)]
    [InlineData("Supported/Noted", Position.Noted, true)]
    [InlineData("Partially supported", Position.Noted, true)]
    [InlineData("Under consideration", Position.Pending, false)]
    [InlineData("Pending", Position.Pending, false)]
    public void Positions(string wording, Position value, bool partial)
    {
        var position = Assert.Single(Read(Cycle2, ["12.7 Act (Arvenia);", wording, "- A", ""]).Texts).Position!;
        Assert.Equal((value, partial, wording, (string?)null, "list-position/1"), (position.Value, position.Partial, position.Wording, position.Source, position.Rule));
    }

    [Theory]
    [InlineData("Source of Position: A/HRC/99/15/Add.1 - Para.3vv", "A/HRC/99/15/Add.1, para. 3")]
    [InlineData("Source of position: A/HRC/99/15 - Para 121", "A/HRC/99/15, para. 121")]
    [InlineData("Source of Position: A / HRC / 99 / 15 / Add. 1", "A/HRC/99/15/Add.1")]
    [InlineData("Source of Position: statement of the delegation", "statement of the delegation")]
    public void Where_the_position_stands(string printed, string source) =>
        Assert.Equal(source, Assert.Single(Read(Cycle2, [$"12.7 Act (Arvenia);\n{printed}", "Noted", "- A", ""]).Texts).Position!.Source);

    [Fact]
    public void A_row_may_hold_several_texts()
    {
        var texts = Read(Cycle2, ["12.7 Ratify the Protocol (Arvenia); Consider ratifying the Protocol (Quillon) (Tovell);", "Supported", "- A", ""]).Texts;
        Assert.Equal([("1", "Ratify the Protocol", "XAR"), ("2", "Consider ratifying the Protocol", "XQU XTO")], texts.Select(t => (t.Part!, t.Text, string.Join(' ', t.States))));
        Assert.All(texts, t => Assert.Equal(("12.7", Position.Supported), (t.Paragraph, t.Position!.Value)));
    }

    [Fact]
    public void A_recommendation_under_several_themes_is_one_with_all_of_them()
    {
        var reading = Read(Cycle2,
            ["Right or area: A12 Norms"], ["12.7 Act (Arvenia);", "Noted", "- Norms\nSDGs:\n- 3 - HEALTH", ""],
            ["Right or area: D29 Torture"], ["12.7 Act (Arvenia);", "Noted", "- Torture\nSDGs:\n- 16 - PEACE", ""]);
        var text = Assert.Single(reading.Texts);
        Assert.Equal(["Norms", "Torture"], text.Themes);
        Assert.Equal([3, 16], text.Sdgs);
        Assert.Equal(["Norms", "Torture"], reading.Passages.Select(p => p.Heading));
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void A_second_row_that_says_something_else_is_a_doubt()
    {
        var reading = Read(Cycle2, ["12.7 Act (Arvenia);", "Noted", "- A", ""], ["12.7 Act now (Arvenia);", "Supported", "- B", ""]);
        Assert.Equal(Position.Noted, Assert.Single(reading.Texts).Position!.Value);
        Assert.Equal([("position-conflict", "12.7"), ("text-differs", "12.7")], reading.Doubts.Select(d => (d.Code, d.Paragraph!)));
    }

    [Fact]
    public void States_may_have_a_column_of_their_own()
    {
        var text = Assert.Single(Read(["Recommendation", "Recommending state/s", "Position", "Full list of themes", "Assessment"], ["166.6. Act (see art. 3)", "Arvenia\nBel Tora (Federation of)", "Supported", "- A", ""]).Texts);
        Assert.Equal(("166.6", "Act (see art. 3)", "Arvenia Bel Tora (Federation of)"), (text.Paragraph, text.Text, text.StatesAsPrinted));
        Assert.Equal(["XAR", "XBT"], text.States);
        Assert.Equal(["A"], text.Themes);
    }

    [Fact]
    public void Without_a_column_of_themes_the_heading_is_the_theme() =>
        Assert.Equal(["Norms"], Assert.Single(Read(["Recommendation", "Position"], ["Theme: Norms"], ["12.7 Act (Arvenia);", "Noted"]).Texts).Themes);

    [Fact]
    public void Pledges_have_neither_States_nor_position()
    {
        var text = Assert.Single(Read(Cycle2, ["Theme: Voluntary pledges"], ["140 (b) Establish a national mechanism;", "", "- A", ""]).Texts, t => t.Kind == RecommendationKind.Pledge);
        Assert.Equal(("140", "b", (ReadPosition?)null), (text.Paragraph, text.Part, text.Position));
        Assert.Empty(text.States);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_doubts_and_the_others_are_read()
    {
        var reading = Read(Cycle2,
            ["Act without a number (Arvenia);", "Noted", "- A", ""], ["12.7 Act (Nowhereland);", "Noted", "- A", ""], ["12.8 Act (Arvenia);", "perhaps", "- A", ""], ["12.9 Act (Arvenia);", "Noted", "- A", ""]);
        Assert.Equal([("number-missing", null), ("states-unread", "12.7"), ("position-unread", "12.8")], reading.Doubts.Select(d => (d.Code, d.Paragraph)));
        Assert.Equal(["12.7", "12.8", "12.9"], reading.Texts.Select(t => t.Paragraph));
        Assert.Equal(4, reading.Passages.Count);
    }

    [Fact]
    public void A_paper_without_a_table_is_a_doubt_and_no_text()
    {
        var reading = Reading(new DocxBuilder().Paragraph("A list, they said.").Read());
        Assert.Empty(reading.Texts);
        Assert.Equal("table-unread", Assert.Single(reading.Doubts).Code);
    }

    /// <summary>In a PDF a row may go on after the end of a page, and lines end where the column does.</summary>
    [Fact]
    public void A_row_cut_by_the_end_of_a_page_is_put_together()
    {
        string[][] cells =
        [
            ["0,0,Recommendation", "0,1,Position", "0,2,Full list of themes", "0,3,Assessment"],
            ["1,0,12.7 Strengthen the imple-", "1,0,mentation of the law and", "1,1,Supported", "1,2,- Administration of justice &", "1,2,fair trial", "1,2,- Right to"],
            ["2,0,the implementation of policies (Arvenia);", "2,0,Source of Position: A/HRC/99/1", "2,2,health", "2,2,SDGs:", "2,2,- 3 - GOOD HEALTH AND", "2,2,WELL-BEING 2030"],
        ];
        var lines = cells.SelectMany(row => row).Select(c => c.Split(',', 3)).Select(c => new PaperLine(1, c[2]) { Cell = new CellPlace(0, c[0][0] - '0', c[1][0] - '0') });
        var reading = Reading(new PaperText([.. lines], 1, "application/pdf"));
        var text = Assert.Single(reading.Texts);
        Assert.Equal("Strengthen the implementation of the law and the implementation of policies", text.Text);
        Assert.Equal(["Administration of justice & fair trial", "Right to health"], text.Themes);
        Assert.Equal([3], text.Sdgs);
        Assert.Equal((1, "A/HRC/99/1"), (text.Page, text.Position!.Source));
    }

    private static PaperReading Read(string[] head, params string[][] rows)
    {
        var xml = string.Concat(rows.Select(r => r.Length == 1 ? DocxBuilder.WideRowXml(r[0], head.Length) : DocxBuilder.RowXml(r)));
        return Reading(new DocxBuilder().Raw($"<w:tbl>{DocxBuilder.RowXml(head)}{xml}</w:tbl>").Read());
    }

    private static PaperReading Reading(PaperText text) =>
        ThematicListReader.Read(text, new PaperIdentity(PaperKind.ThematicList, null, "en", "XSA", 48, null, []), Demo);
}
