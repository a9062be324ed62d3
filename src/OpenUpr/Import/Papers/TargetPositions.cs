using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>The positions of a text: the export's response and what the papers say, one of them current.</summary>
internal static class TargetPositions
{
    /// <param name="response">The export's; null where it has none or does not have the text.</param>
    public static void Fill(TargetText text, PositionRecord? response)
    {
        if (response is not null)
        {
            text.Positions.Add(new PositionRecord
            {
                Value = response.Value, Wording = response.Wording, DocumentId = response.DocumentId, Rule = response.Rule, RecordedAt = response.RecordedAt,
            });
        }

        PositionRecord? final = null;
        foreach (var position in text.Entry?.Positions ?? [])
        {
            var record = RecordOf(position);
            text.Positions.Add(record);
            final = ReferenceEquals(position, text.Entry!.Final) ? record : final;
        }

        // UPR Info's coders know the outcome: their response holds until a person settles, unless they were still waiting for one.
        var export = response is null ? null : text.Positions[0];
        text.Current = export is null || (final is not null && (final.Rule == PositionHistory.PersonRule || (export.Value == Position.Pending && final.Value != Position.Pending))) ? final : export;
    }

    public static void Settle(TargetText text, Settlement? answer)
    {
        var final = text.Entry?.Final;
        if (answer is { Choice: Settlement.TakeFound } && final is not null)
        {
            text.Current = text.Positions.Last(p => Same(p, RecordOf(final)));
        }
        else if (answer is { Choice: Settlement.Typed } && Settled.PositionOf(answer.Value) is { } value)
        {
            text.Current = RecordOf(PositionHistory.OfPerson(text.Entry!.Base, value));
            text.Positions.Add(text.Current);
        }
    }

    public static IEnumerable<Wording> WordingsOf(PaperEntry entry) => entry.Wordings.Select(w => new Wording
    {
        DocumentId = w.Paper.DocumentId, Text = w.Text, StatesAsPrinted = w.StatesAsPrinted, Number = w.Number, Page = w.Page,
    });

    /// <summary>Whether two records say the same, whenever they were stored.</summary>
    public static bool Same(PositionRecord a, PositionRecord b) =>
        (a.DocumentId, a.Value, a.Partial, a.Wording, a.Symbol, a.Lead, a.Reason) == (b.DocumentId, b.Value, b.Partial, b.Wording, b.Symbol, b.Lead, b.Reason)
        && (a.Page, a.SaidOn, a.Rule) == (b.Page, b.SaidOn, b.Rule);

    private static PositionRecord RecordOf(PaperPosition p) => new()
    {
        Value = p.Read.Value, Partial = p.Read.Partial, Wording = p.Read.Wording, DocumentId = p.Paper.DocumentId, Symbol = p.Symbol,
        Lead = p.Read.Lead, Reason = p.Read.Reason, Page = p.Page, SaidOn = p.SaidOn, Rule = p.Read.Rule,
    };
}
