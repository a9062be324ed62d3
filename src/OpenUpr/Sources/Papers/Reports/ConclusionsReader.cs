using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Walks through the conclusions: lead-ins, the lists behind them, and sentences that speak of a list above.</summary>
/// <param name="citing">Numbers of the paragraphs that cite recommendations of the dialogue: they do not speak of the lists.</param>
/// <param name="pledging">Numbers of the paragraphs that hold voluntary pledges: their items are no recommendations.</param>
internal sealed partial class ConclusionsReader(PaperIdentity identity, IReadOnlySet<string> citing, IReadOnlySet<string> pledging, ReferenceData reference)
{
    private readonly List<ListedText> texts = [];
    private PaperParagraph? note;
    private (LeadIn Lead, PaperParagraph Paragraph, int Count)? lead;

    /// <summary>The paragraphs that hold recommendations, with the position that their lead-in gives.</summary>
    public IReadOnlyList<ListedText> Read(IReadOnlyList<PaperParagraph> paragraphs, ConclusionsSection section)
    {
        for (var i = section.Start; i < section.End; i++)
        {
            Take(paragraphs[i], i);
        }

        CloseLead();
        return texts;
    }

    private void Take(PaperParagraph paragraph, int place)
    {
        if (paragraph.Role == ParagraphRole.Heading || IsNote(paragraph) || (pledging.Contains(paragraph.Number ?? "") && !HasStates(paragraph.Text)))
        {
            return;
        }

        var isListed = paragraph.Role == ParagraphRole.Item || paragraph.Number?.Contains('.', StringComparison.Ordinal) == true;
        if (paragraph.Role == ParagraphRole.Plain)
        {
            TakePlain(paragraph, place);
        }
        else if (LeadOf(paragraph, isListed) is { } found)
        {
            CloseLead();
            lead = (found, paragraph, texts.Count);
        }
        else if (isListed || HasStates(paragraph.Text))
        {
            Add(paragraph, place);
        }
    }

    /// <summary>Notes stand at a page's end: what follows one there without a number goes on with it.</summary>
    private bool IsNote(PaperParagraph paragraph)
    {
        var goesOn = paragraph.Role == ParagraphRole.Plain && note?.Page is { } page && page == paragraph.Page && note.Role == ParagraphRole.Plain;
        note = goesOn || Note().IsMatch(paragraph.Text) ? paragraph : null;
        return note is not null;
    }

    private LeadIn? LeadOf(PaperParagraph paragraph, bool isListed)
    {
        var found = LeadIn.Read(paragraph.Text);
        var isLead = isListed
            ? found is { Value: not null, IsAboutRecommendations: true } && paragraph.Text.TrimEnd().EndsWith(':')
            : found.IsAboutRecommendations || found.Value is not null || paragraph.Text.TrimEnd().EndsWith(':');
        return isLead && !HasStates(paragraph.Text) ? found : null;
    }

    private void TakePlain(PaperParagraph paragraph, int place)
    {
        var found = LeadIn.Read(paragraph.Text);
        if (found is { Value: not null, IsAboutRecommendations: true } && paragraph.Text.TrimEnd().EndsWith(':'))
        {
            CloseLead();
            lead = (found, paragraph, texts.Count);
        }
        else if (texts.Count > 0 && lead?.Count < texts.Count && !HasStates(texts[^1].Text) && (HasStates(paragraph.Text) || char.IsLower(paragraph.Text[0])))
        {
            texts[^1].Continue(paragraph.Text);
        }
        else if (HasStates(paragraph.Text))
        {
            Add(paragraph, place);
        }
    }

    private void Add(PaperParagraph paragraph, int place) => texts.Add(new ListedText(paragraph, place) { Position = lead is { } now ? PositionOf(now.Lead, now.Paragraph) : null });

    /// <summary>A lead-in without a list behind it speaks of what stands above: of the numbers it names, or of all that has no position yet.</summary>
    private void CloseLead()
    {
        if (lead is not { Lead: { Value: not null } said } last || last.Count < texts.Count || citing.Contains(last.Paragraph.Number ?? ""))
        {
            return;
        }

        var position = PositionOf(said, last.Paragraph);
        var numbers = NumberMentions.In(said.Text);
        foreach (var text in texts.Where(t => numbers.Count == 0 ? t.Position is null : numbers.Contains(NumberOf(t.Paragraph)) && t.Position?.Value is null or Position.Pending))
        {
            text.Position = position;
        }
    }

    private static string NumberOf(PaperParagraph paragraph) => paragraph.Role == ParagraphRole.Item && paragraph.Items.Count > 0 ? paragraph.Items[0] : paragraph.Number ?? "";

    private ReadPosition? PositionOf(LeadIn said, PaperParagraph paragraph) => said.Value is { } value
        ? new ReadPosition(value, said.IsPartial, said.Wording!, identity.Symbol is { } symbol && paragraph.Number is { } number ? $"{symbol}, para. {number}" : identity.Symbol, said.Text, null, LeadIn.Rule)
        : null;

    private bool HasStates(string text) => StateClauses.HasStates(text, reference);

    /// <summary>Notes of the editors that stand among the lists.</summary>
    [GeneratedRegex(@"^[\W\d]*(?:the\s+)?(?:(?:original\s+)?recommendations?\s+(?:as\s+)?(?:was\s+)?(?:reads?|made|originally|initially)\b|(?:the\s+)?conclusions?\s+and(?:/or)?\s+recommendations?\s+have\s+not\s+been|notes$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Note();
}
