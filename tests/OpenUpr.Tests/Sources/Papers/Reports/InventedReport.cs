using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Tests.Sources.Papers.Reports;

/// <summary>Paragraphs of a report on Arvenia, a State of the demonstration world.</summary>
internal static class InventedReport
{
    public static ReferenceData Demo { get; } = ReferenceData.Load(World.Demo);

    public static PaperIdentity Identity { get; } = new(PaperKind.WorkingGroupReport, "A/HRC/8/99", "en", "XAR", 1, null, []);

    public static PaperParagraph Numbered(string number, string text, int page = 1, string? heading = null) =>
        new(ParagraphRole.Numbered, number, [], number + ".", text, page, heading, []);

    public static PaperParagraph Item(string number, string letter, string text, int page = 1) =>
        new(ParagraphRole.Item, number, [letter], $"({letter})", text, page, null, []);

    public static PaperParagraph Bullet(string number, string text) => new(ParagraphRole.Item, number, [], "•", text, 1, null, []);

    public static PaperParagraph Heading(string text, int level = 1) => new(ParagraphRole.Heading, null, [], null, text, 1, text, []) { Level = level };
}
