using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers;

public sealed class PaperRecogniserTests
{
    private const string Title = "Report of the Working Group on the Universal Periodic Review";

    private static readonly ReferenceData s_demo = ReferenceData.Load(World.Demo);

    public static TheoryData<string, string> PapersOfSlovenia => new()
    {
        { "cycle3/g1923444.pdf", "national-report A/HRC/WG.6/34/SVN/1 en SVN 34" },
        { "cycle3/g1925890.pdf", "compilation A/HRC/WG.6/34/SVN/2 en SVN 34" },
        { "cycle3/g1924226.pdf", "summary A/HRC/WG.6/34/SVN/3 en SVN 34" },
        { "cycle3/g1934994.pdf", "working-group-report A/HRC/43/15 en SVN 34" },
        { "cycle3/g2004192.pdf", "addendum A/HRC/43/15/Add.1 en SVN 34" },
        { "cycle3/g2007307.pdf", "decision A/HRC/DEC/43/112 en SVN 34" },
        { "cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", "thematic-list  en SVN 34" },
        { "cycle3/Advance_questions_Slovenia_first_batch.doc", "advance-questions  en SVN " },
        { "cycle3/Advance_questions_to_Slovenia_Add1.doc", "advance-questions  en SVN " },
        { "cycle3/Advance_questions_to_Slovenia_Add2.doc", "advance-questions  en SVN " },
        { "cycle4/g2420070.pdf", "national-report A/HRC/WG.6/48/SVN/1 en SVN 48" },
        { "cycle4/g2419943.pdf", "compilation A/HRC/WG.6/48/SVN/2 en SVN 48" },
        { "cycle4/g2420410.pdf", "summary A/HRC/WG.6/48/SVN/3 en SVN 48" },
        { "cycle4/g2502644.pdf", "working-group-report A/HRC/59/15 en SVN 48" },
        { "cycle4/g2505828.pdf", "addendum A/HRC/59/15/Add.1 en SVN 48" },
        { "cycle4/g2511026.pdf", "decision A/HRC/DEC/59/112 en SVN 48" },
        { "cycle4/upr48-slovenia-thematic-list-of-recommendatio.docx", "thematic-list  en SVN 48" },
        { "cycle4/UPR-wg48-Advance-Questions-Slovenia.docx", "advance-questions  en SVN 48" },
    };

    [Theory]
    [MemberData(nameof(PapersOfSlovenia))]
    public void Every_kind_of_paper_of_the_corpus_is_recognised(string file, string expected) => Assert.StartsWith(expected, Short(PaperCorpus.Read($"slovenia/{file}").Identity), StringComparison.Ordinal);

    [Fact]
    public void Every_report_of_the_corpus_is_recognised_with_symbol_session_and_date()
    {
        var folder = PaperCorpus.Folder;
        var names = ReferenceData.Load(World.UnitedNations).Names;
        var rows = File.ReadLines(Path.Combine(folder, "reports", "index.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(106, rows.Count);
        foreach (var row in rows)
        {
            var identity = PaperCorpus.Read($"reports/{row[0]}").Identity;
            Assert.Equal($"working-group-report {row[1]} en {names.Find(row[3])?.Iso3} {row[2]}", Short(identity));
            Assert.NotNull(identity.PublishedOn);
            Assert.Contains(identity.Reasons, r => r == $"symbol {row[1]}");
        }
    }

    [Theory]
    [InlineData("United Nations A/HRC/ 8/29\n13 May 2008", "A/HRC/8/29")]
    [InlineData("United Nations\nA/HRC/WG.6/\n1/XAR/4", "A/HRC/WG.6/1/XAR/4")]
    [InlineData("United Nations a/hrc/8/29/add.1/rev.2\nViews on conclusions and/or recommendations", "A/HRC/8/29/Add.1/Rev.2")]
    [InlineData("United Nations /HRC/22/16/Corr.1\nA", "A/HRC/22/16/Corr.1")]
    public void Symbols_are_read_however_they_are_printed(string head, string symbol) =>
        Assert.Equal(symbol, Recognise($"{head}\n{Title}\nArvenia").Symbol);

    [Fact]
    public void An_earlier_symbol_in_a_note_is_not_the_papers()
    {
        var identity = Recognise($"United Nations\nA/HRC/22/16\n9 April 2013\n{Title}*\nArvenia\n* Previously issued under document symbol A/HRC/WG.6/14/XAR/4.\n1. The Working Group held its fourteenth session.");
        Assert.Equal(("A/HRC/22/16", "XAR", 14), (identity.Symbol, identity.Sur, identity.Session));
        Assert.Equal(new DateOnly(2013, 4, 9), identity.PublishedOn);
    }

    [Fact]
    public void Running_heads_give_the_symbol_where_the_first_page_lacks_it()
    {
        var text = PaperTexts.LaidOut($"United Nations\n{Title}\nArvenia\n\f^ A/HRC/22/16\n1. Text.\n\f^ A/HRC/22/16\n2. More text, with A/HRC/21/7.");
        Assert.Equal("A/HRC/22/16", PaperRecogniser.Recognise(text, s_demo).Symbol);
    }

    [Fact]
    public void A_State_is_found_under_any_of_its_names_over_two_lines()
    {
        var identity = Recognise($"United Nations A/HRC/22/16\n{Title}\nThe Republic of\nArvenia *");
        Assert.Equal("XAR", identity.Sur);
    }

    [Fact]
    public void Advance_questions_are_known_by_their_title()
    {
        var identity = Recognise("ADVANCE QUESTIONS TO BEL TORA (FIRST BATCH)\nHOVAND\nWill the State ratify the Convention?");
        Assert.Equal((PaperKind.AdvanceQuestions, "XBT", (string?)null), (identity.Kind, identity.Sur, identity.Symbol));
    }

    [Fact]
    public void A_file_name_is_the_last_hint_and_said_to_be_one()
    {
        var text = PaperTexts.Word("| Recommendation | Position | Full list of themes | Assessment/comments on level of implementation\n| Theme: Courts\n| 5.1 Open the courts (Hovand); | Supported | - Courts |");
        Assert.Null(PaperRecogniser.Recognise(text, s_demo).Sur);
        var identity = PaperRecogniser.Recognise(text, s_demo, "UPR14_Arvenia_Thematic_list.docx");
        Assert.Equal((PaperKind.ThematicList, "XAR", 14), (identity.Kind, identity.Sur, identity.Session));
        Assert.Equal(2, identity.Reasons.Count(r => r.Contains("only the file's name", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("The sea was calm and the boats lay still.\nNobody spoke.")]
    [InlineData("United Nations A/HRC/22/53\nReport of the Special Rapporteur on torture\nArvenia")]
    [InlineData("United Nations A/RES/60/251\nHuman Rights Council")]
    [InlineData("Arvenia\nThe Universal Periodic Review\nTrends in supported recommendations")]
    public void Other_papers_are_refused_with_what_was_looked_for(string text)
    {
        var refused = Assert.Throws<SourceException>(() => Recognise(text));
        Assert.Contains("symbol", refused.Message, StringComparison.Ordinal);
        Assert.Contains("What can be read: Working Group reports", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_infographic_of_the_corpus_is_refused() => Assert.Throws<SourceException>(() => PaperCorpus.Read("slovenia/cycle4/infographic-slovenia.pdf"));

    [Fact]
    public void A_paper_without_text_is_said_to_be_a_scan() =>
        Assert.Contains("scan", Assert.Throws<SourceException>(() => PaperReader.Read(new PaperText([], 3, "application/pdf"), s_demo)).Message, StringComparison.Ordinal);

    private static string Short(PaperIdentity identity) => $"{identity.KindName} {identity.Symbol} {identity.Language} {identity.Sur} {identity.Session}";

    private static PaperIdentity Recognise(string text) => PaperRecogniser.Recognise(PaperTexts.Word(text), s_demo);
}
