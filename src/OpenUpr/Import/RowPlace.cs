namespace OpenUpr.Import;

/// <summary>Where a row is to be found: stored under an id, or still only on a line of the file that is being read.</summary>
internal readonly record struct RowPlace(long Id, string? File, int Line)
{
    public static RowPlace Stored(long id) => new(id, null, 0);

    public override string ToString() => File is null ? $"recommendation {Id}" : $"line {Line} of {File}";
}
