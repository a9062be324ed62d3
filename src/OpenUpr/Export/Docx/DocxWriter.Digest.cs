using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.FollowUp.Digests;

namespace OpenUpr.Export.Docx;

/// <summary>A digest of a followed review for one reader.</summary>
public sealed partial class DocxWriter
{
    /// <param name="widths">Shares of the page's width, one for each column.</param>
    internal static byte[] DigestPage(DigestPaper paper, IReadOnlyList<int> widths)
    {
        using var docx = new DocxWriter(paper.Language);
        docx.ListPages(isLandscape: false, null, null);
        docx.Styled("DigestTitle", paper.Title);
        foreach (var (i, line) in paper.Lead.Index())
        {
            docx.Styled("DigestText", new DocxRun(line, Bold: i == 0));
        }

        if (paper.Lines.Count > 0)
        {
            docx.List(
                [new DocxListRow(null, [.. paper.Head.Select(h => new[] { new DocxRun[] { h } })]) { IsHead = true }, .. paper.Lines.Select(l => new DocxListRow(null, [Lines([l.Recommendation]), Lines([l.Answer]), Lines(l.Standing), Lines(l.Planned)]))],
                widths, paper.Title);
        }

        if (paper.More is { } more)
        {
            docx.Styled("DigestText", more);
        }

        docx.DigestPart(paper.AsksTitle, paper.Asks);
        docx.DigestPart(paper.AboutTitle, paper.About);
        docx.Styled("DigestText", new DocxRun(paper.Foot, Italic: true));
        docx._main.StyleDefinitionsPart!.Styles!.Append(
            ListStyle("DigestTitle", "Digest Title", 30, new Bold(), new BoldComplexScript()), ListStyle("DigestHeading", "Digest Heading", 24, new Bold(), new BoldComplexScript()), ListStyle("DigestText", "Digest Text", 20));
        return docx.Finish();

        static IReadOnlyList<DocxRun[]> Lines(IReadOnlyList<string> lines) => [.. lines.Select(l => new DocxRun[] { l })];
    }

    private void DigestPart(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Styled("DigestHeading", title);
        foreach (var line in lines)
        {
            Styled("DigestText", "– " + line);
        }
    }
}
