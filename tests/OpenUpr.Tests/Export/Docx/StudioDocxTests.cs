using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;
using OpenUpr.Tests.Drafting;

namespace OpenUpr.Tests.Export.Docx;

/// <summary>Random documents of all kinds and languages: whatever people put into a text, the file is valid and holds it.</summary>
public sealed class StudioDocxTests
{
    private static readonly int[] s_sizes = [1, 5, 20, 60, 150, 300];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_is_written_the_schema_of_Word_finds_nothing()
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
        foreach (var seed in Enumerable.Range(1, 36))
        {
            var file = StudioDocx.Write(Composed(seed));
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.True(validator.Validate(document, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}").ToList() is { Count: 0 }, $"seed {seed}: {string.Join('\n', validator.Validate(document, Cancel).Take(3).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"))}");
        }
    }

    [Fact]
    public void A_document_of_twenty_thousand_words_is_valid_too()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(StudioDocx.Write(Composer.Compose(new RandomSource(7).Make(20_000)))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void What_is_checked_while_writing_is_what_is_checked_in_the_file()
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var composed = Composed(seed);
            var (here, there) = (ComposedCheck.ToChecked(composed), Read(StudioDocx.Write(composed)));
            foreach (var (i, (one, other)) in here.Paragraphs.Zip(there.Paragraphs).Index())
            {
                Assert.True(one == other, $"seed {seed}, paragraph {i}:\n{one}\n{other}");
            }

            Assert.Equal((seed, JsonSerializer.Serialize(there)), (seed, JsonSerializer.Serialize(here with { File = here.File with { Languages = there.File.Languages, Fonts = there.File.Fonts } })));
            Assert.Equal((seed, there.File.Languages.Count == 0 ? null : there.File.Languages[0], there.File.Fonts.Count == 0 ? null : there.File.Fonts[0]), (seed, here.File.Languages.Count == 0 ? null : here.File.Languages[0], here.File.Fonts.Count == 0 ? null : here.File.Fonts[0]));
        }
    }

    [Fact]
    public void The_reader_of_papers_finds_the_same_words_with_their_numbers()
    {
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var composed = Composed(seed);
            var file = StudioDocx.Write(composed);
            using var content = new MemoryStream(file);
            var lines = DocxReader.Read(content, file.Length, Cancel).Lines.Where(l => l.Role == LineRole.Body).Select(l => Squeezed(l.Text)).Where(t => t.Length > 0).ToList();
            var expected = ComposedCheck.ToChecked(composed).Paragraphs
                .SelectMany(p => (p.Label is { } label ? $"{label} {p.Text}" : p.Text).Split('\n')).Select(Squeezed).Where(t => t.Length > 0);
            Assert.Equal(expected, lines);
        }
    }

    [Fact]
    public void The_same_document_is_the_same_file_and_says_nothing_of_its_writer()
    {
        var (one, other) = (StudioDocx.Write(Composed(5)), StudioDocx.Write(Composed(5)));
        Assert.Equal(one, other);
        var facts = Read(one).File;
        Assert.Equal((0, 0, 0, 0, 0, false), (facts.Properties.Count, facts.OwnProperties.Count, facts.EditingSessions, facts.Comments.Count, facts.Outside.Count, facts.TracksChanges));
        using var document = WordprocessingDocument.Open(new MemoryStream(one), isEditable: false);
        Assert.DoesNotContain("rsid", document.MainDocumentPart!.Document.OuterXml, StringComparison.OrdinalIgnoreCase);
        Assert.Null(document.CoreFilePropertiesPart);
        Assert.Null(document.ExtendedFilePropertiesPart);
    }

    private static ComposedDocument Composed(int seed) => Composer.Compose(new RandomSource(seed).Make(s_sizes[seed % s_sizes.Length]));

    private static OpenUpr.Drafting.Checking.CheckedDocument Read(byte[] file) => WordFile.Read(new MemoryStream(file, writable: false), file.Length, TimeSpan.FromSeconds(20), Cancel);

    /// <summary>Papers are read with their spaces made one, signs that nobody sees left out, and letters put together.</summary>
    private static string Squeezed(string text) => string.Concat(text.Normalize().EnumerateRunes().Where(r => System.Text.Rune.IsLetterOrDigit(r) || r.Value > 0x1F000));
}
