using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;
using OpenUpr.Sources;
using OpenUpr.Tests.Drafting.Checking;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Drafting.Studio;

public sealed class StudioImportTests
{
    public static TheoryData<string, string> Kinds() => new(from kind in StudioKinds.All from language in GoodSource.Languages select (kind, language));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Our_own_Word_file_comes_back_as_the_same_sections(string kind, string language)
    {
        var source = GoodSource.Of(kind, language);
        var draft = File(StudioDocx.Write(Composer.Compose(source)), kind, language);
        Assert.Equal(source.Sections.Select(s => (s.Heading, s.Level, Unruled(s.Text))), draft.Sections.Select(s => (s.Heading, s.Level, s.Text)));
        Assert.Equal(source.Title, draft.Title);
        Assert.Equal(Shown(Composer.Compose(source)), Shown(Composer.Compose(source with { Sections = [.. draft.Sections.Select(s => new SourceSection(s.Slot, s.Heading, s.Level, s.Text))] })));
    }

    [Fact]
    public void Whatever_stands_in_a_document_its_words_come_back()
    {
        foreach (var seed in Enumerable.Range(100, 30))
        {
            var composed = Composer.Compose(new RandomSource(seed).Make(150) with { Kind = StudioKinds.Letter, Language = "en", Cover = null, Title = "" });
            var draft = File(StudioDocx.Write(composed), StudioKinds.Letter, "en");
            var again = Composer.Compose(new StudioSource(StudioKinds.Letter, "en", "", null, [.. draft.Sections.Select(s => new SourceSection(s.Slot, s.Heading, s.Level, s.Text))]));
            Assert.Equal($"{seed} {Words(composed)}", $"{seed} {Words(again)}");
            Assert.Equal((seed, composed.Notes.Count), (seed, again.Notes.Count));
        }
    }

    [Fact]
    public void What_a_foreign_file_holds_besides_its_text_is_told()
    {
        var file = new DocxBuilder().List(1, ("decimal", "%1."), ("lowerLetter", "(%2)")).Style("Heading1", "")
            .Part("footnotes", "footnotes", "<w:footnote w:id=\"7\"><w:p><w:r><w:t>A/HRC/50/12, para. 4.</w:t></w:r></w:p></w:footnote>");
        file.Paragraph("Recommendations", style: "Heading1");
        file.Paragraph("Adopt a law.", list: 1);
        file.Raw("<w:p><w:r><w:t xml:space=\"preserve\">It is </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>so * and [so] </w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:ins w:author=\"A\"><w:r><w:t>now.</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>");
        var draft = File(DocxBuilder.Zip(file.Parts()), StudioKinds.SubmissionIndividual, "en");
        var section = Assert.Single(draft.Sections);
        Assert.Equal((SectionSlots.Remaining, "Recommendations", "R: Adopt a law.\n\nIt is **so * and [so]**^[A/HRC/50/12, para. 4.] now."), (section.Slot, section.Heading, section.Text));
        Assert.Equal(["hidden 1", "changes 1", "footnotes 1"], draft.Lost.Select(l => $"{l.Code} {l.Count}"));
    }

    [Fact]
    public void Markdown_and_mail_become_sections()
    {
        var draft = StudioImport.OfText(
            """
            # Our title

            ## Summary
            The police of Tovell hold people for longer than the law
            allows, and __nobody__ asks why.[^1] See ![map](https://a.example/m.png)

            ## Detention
            1. First paragraph.
            2. Second_paragraph with a_b.
            3) Third.
            * an item
            • another
            >words
            | A | B |
            |---|---|
            | 1 | 2 |

            [^1]: CAT/C/TOV/CO/3.
            """, StudioKinds.SubmissionIndividual, "en");
        Assert.Equal("Our title", draft.Title);
        Assert.Equal(
            [
                (SectionSlots.Summary, "Summary", 1, "The police of Tovell hold people for longer than the law allows, and **nobody** asks why.^[CAT/C/TOV/CO/3.] See"),
                (SectionSlots.Free, "Detention", 1, "First paragraph.\n\nSecond_paragraph with a_b.\n\nThird.\n\n- an item\n- another\n\n> words\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
            ],
            draft.Sections.Select(s => (s.Slot, s.Heading, s.Level, s.Text)));
        Assert.Equal(["pictures 1", "numbers 3"], draft.Lost.Select(l => $"{l.Code} {l.Count}"));
    }

    [Fact]
    public void A_text_without_headings_is_one_section_and_one_that_is_too_long_is_parted()
    {
        Assert.Equal(("", "Just words."), Assert.Single(StudioImport.OfText("Just words.", StudioKinds.Letter, "en").Sections) is var one ? (one.Heading, one.Text) : default);
        var parted = StudioImport.OfText(string.Join(' ', Enumerable.Repeat("words", 30_000)), StudioKinds.Letter, "en");
        Assert.Equal(30_000, parted.Sections.Sum(s => WordTally.Count(s.Text)));
        Assert.All(parted.Sections, s => Assert.True(s.Text.Length <= StudioText.MaxText));
        Assert.Equal(ImportLoss.Parted, Assert.Single(parted.Lost).Code);
    }

    [Fact]
    public void What_is_no_draft_is_refused_in_words()
    {
        Assert.Contains("empty", Assert.Throws<SourceException>(() => File([], StudioKinds.Letter, "en")).Message, StringComparison.Ordinal);
        Assert.Contains("Save it as a Word document", Assert.Throws<SourceException>(() => File("%PDF-1.7\n%\u00E2\u00E3"u8.ToArray(), StudioKinds.Letter, "en")).Message, StringComparison.Ordinal);
        Assert.Contains("Save it as a Word document", Assert.Throws<SourceException>(() => File([0xFF, 0xFE, 0, 1], StudioKinds.Letter, "en")).Message, StringComparison.Ordinal);
        Assert.Throws<SourceException>(() => StudioImport.OfText(new string('a', StudioImport.MaxText + 1), StudioKinds.Letter, "en"));
        Assert.Equal("plain", Assert.Single(File("plain"u8.ToArray(), StudioKinds.Letter, "en").Sections).Text);
        Assert.Empty(StudioImport.OfText(" \n", StudioKinds.Letter, "en").Sections);
    }

    private static ImportedDraft File(byte[] file, string kind, string language) =>
        StudioImport.OfFile(new MemoryStream(file, writable: false), file.Length, kind, language, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    private static string Unruled(string text) => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("|-", StringComparison.Ordinal)));

    private static IEnumerable<string> Shown(ComposedDocument document) =>
        document.Blocks.Select(b => $"{b.Kind} {b.Level} {b.Label} {string.Join('|', b.Runs)} {string.Join(';', b.Rows.SelectMany(r => r).Select(c => string.Join('|', c)))}").Concat(document.Notes.Select(n => string.Join('|', n)));

    private static string Words(ComposedDocument document) =>
        string.Concat(string.Concat(document.Blocks.SelectMany(b => b.Runs.Concat(b.Rows.SelectMany(r => r).SelectMany(c => c))).Select(r => r.Text)).Where(c => !char.IsWhiteSpace(c)));
}
