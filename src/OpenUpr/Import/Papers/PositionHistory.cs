using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>Decides which of the answers that the papers give to a text is the final one.</summary>
internal sealed class PositionHistory(PaperEntry entry, Settled settled)
{
    /// <summary>The rule of positions that a person set.</summary>
    public const string PersonRule = "person/1";

    public static PaperPosition OfPerson(StoredPaper paper, Position value) =>
        new(paper, new ReadPosition(value, false, Settled.NameOf(value), null, null, null, PersonRule), null, null, null, PositionRank.Person);

    /// <summary>The State's answer in an addendum before the report's, both before OHCHR's list, and that before the rule; the later of equals. Pending only where there is nothing else.</summary>
    public static PaperPosition? FinalOf(IReadOnlyList<PaperPosition> positions) => positions
        .Select((p, i) => (Position: p, Place: i))
        .OrderBy(p => p.Position.Read.Value != Position.Pending || p.Position.Rank == PositionRank.Person).ThenBy(p => p.Position.Rank).ThenBy(p => p.Place)
        .LastOrDefault().Position;

    public void Run()
    {
        entry.Final = FinalOf(entry.Positions);
        var list = entry.Positions.LastOrDefault(p => p.Rank == PositionRank.List);
        entry.Final = settled.Of(DoubtCodes.ListPositionDiffers, entry.Subject) switch
        {
            { Choice: Storage.Settlement.TakeFound } when list is not null => list,
            { Choice: Storage.Settlement.Typed, Value: var typed } when Settled.PositionOf(typed) is { } value => Set(OfPerson(list?.Paper ?? entry.Base, value)),
            _ => entry.Final,
        };
    }

    private PaperPosition Set(PaperPosition position)
    {
        entry.Positions.Add(position);
        return position;
    }
}
