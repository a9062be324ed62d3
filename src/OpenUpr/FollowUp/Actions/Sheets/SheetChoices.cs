namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>What a person chose for one table.</summary>
/// <param name="Columns">The field of a column, by its place from 0; a column that is in none is left out.</param>
/// <param name="DayFirst">For columns with days that can be read in two ways.</param>
public sealed record PartChoices(bool IsTaken, IReadOnlyDictionary<int, string> Columns, IReadOnlyDictionary<int, bool> DayFirst)
{
    public static PartChoices None { get; } = new(false, new Dictionary<int, string>(), new Dictionary<int, bool>());

    public IEnumerable<int> Of(string field) => Columns.Where(c => c.Value == field).Select(c => c.Key).Order();

    public bool Has(string field) => Columns.Values.Contains(field);
}

/// <summary>What a person chose for a file; a page opens with <see cref="SheetGuess"/>'s.</summary>
/// <param name="Words">The state of an action for each word of a column of states, folded; empty for none.</param>
public sealed record SheetChoices(IReadOnlyList<PartChoices> Parts, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>Everything else of a row is kept as a note of the room on its action.</summary>
    public bool KeepsNotes { get; init; }

    /// <summary>A row without a recommendation belongs to the one above it.</summary>
    public bool FillsDown { get; init; }

    /// <summary>Where a row names no action, its recommendation stands as the action.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether there is anything to read: a table that is taken and says what is to be done.</summary>
    public bool IsEnough => Parts.Any(p => p.IsTaken && (p.Has(ActionColumns.Action) || (IsBare && (p.Has(ActionColumns.Number) || p.Has(ActionColumns.Recommendation)))));
}
