using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;

namespace OpenUpr.Tests.Drafting;

/// <summary>Documents of the studio before the rules, as they are composed and as their Word files.</summary>
public sealed class ComposedCheckTests
{
    public static TheoryData<string, string> Good() => new(from kind in StudioKinds.All where StudioKinds.RulesOf(kind) is not null from language in GoodSource.Languages select (kind, language));

    [Theory]
    [MemberData(nameof(Good))]
    public void In_a_good_document_and_in_its_file_nothing_is_found(string kind, string language)
    {
        var composed = Composer.Compose(GoodSource.Of(kind, language));
        Assert.Empty(Findings(composed, Read(composed)));
        Assert.Empty(Findings(composed, ComposedCheck.ToChecked(composed)));
    }

    [Fact]
    public void What_is_wrong_is_found_at_the_same_place_in_the_document_and_in_its_file()
    {
        var good = GoodSource.Of(StudioKinds.SubmissionJoint, "en");
        var note = $"A barbaric practice.^[{string.Join(' ', Enumerable.Repeat("substance that belongs into the text", 9))}]";
        var composed = Composer.Compose(good with { Cover = null, Sections = [.. good.Sections.Skip(1).Select(s => s with { Text = s.Text + "\n\n" + note + "\n\nMr. Amadi was held. " + string.Join(' ', Enumerable.Repeat("words", 1200)) })] });
        var (here, there) = (Findings(composed, ComposedCheck.ToChecked(composed)), Findings(composed, Read(composed)));
        Assert.Equal(there, here);
        Assert.Superset(new HashSet<string>(["word-limit", "cover-page", "summary", "emotive", "named-person", "note-substance"]), here.Select(f => f.Split(' ')[0]).ToHashSet());
    }

    [Fact]
    public void Notes_and_annexes_are_left_out_of_the_count_and_the_cover_stands_apart()
    {
        var composed = Composer.Compose(GoodSource.Of(StudioKinds.SubmissionJoint, "en"));
        var words = Report(composed, ComposedCheck.ToChecked(composed)).Words;
        Assert.Equal((3, true, true), (words.Notes, words.Annexes > 8, words.Cover > 20));
        Assert.Equal(words, Report(composed, Read(composed)).Words);
    }

    private static List<string> Findings(ComposedDocument composed, CheckedDocument document) =>
        [.. Report(composed, document).Findings.Select(f => $"{f.Rule.Code} {f.Place} {f.Excerpt} {string.Join(',', f.Values)}")];

    private static CheckReport Report(ComposedDocument composed, CheckedDocument document) =>
        Checker.Check(document, StudioKinds.RulesOf(composed.Kind)!.Value, composed.Language, 2026, TestContext.Current.CancellationToken);

    private static CheckedDocument Read(ComposedDocument composed)
    {
        var file = StudioDocx.Write(composed);
        return WordFile.Read(new MemoryStream(file, writable: false), file.Length, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
