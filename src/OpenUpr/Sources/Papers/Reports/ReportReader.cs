using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Dialogue;
using OpenUpr.Sources.Papers.Reports.Front;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Reads Working Group reports in English, of all sessions since 2008.</summary>
internal static class ReportReader
{
    /// <exception cref="SourceException">It has no conclusions: this is no report, or not all of it.</exception>
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var paragraphs = ParagraphReader.Read(text);
        if (ConclusionsSection.Find(paragraphs) is not { } section)
        {
            throw new SourceException("This Working Group report has no section \"Conclusions and/or recommendations\". Is a part of it missing? Otherwise download the Word version and read that.");
        }

        var cited = CitedRecommendations.Read(paragraphs, section.Start, identity, reference);
        var pledges = Pledges.Read(paragraphs);
        var listed = new ConclusionsReader(identity, cited.Citing, pledges.Select(p => p.Paragraph).ToHashSet(), reference).Read(paragraphs, section);
        var texts = ListedTexts.Read(listed, reference);
        return new PaperReading(identity, text)
        {
            Texts = [.. texts.Texts, .. cited.Texts, .. pledges],
            Passages = DialogueSpeakers.Name(ParagraphReader.Passages(paragraphs), reference),
            Facts = FrontFacts.Read(paragraphs, section.Start, identity, reference),
            Doubts = [.. texts.Doubts, .. cited.Doubts],
        };
    }
}
