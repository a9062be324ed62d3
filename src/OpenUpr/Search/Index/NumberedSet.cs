namespace OpenUpr.Search.Index;

/// <summary>Gives every different value a number, in the order in which they are met.</summary>
internal sealed class NumberedSet<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];

    public List<T> Items { get; } = [];

    public int Number(T value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            number = Items.Count;
            Items.Add(value);
            _numbers.Add(value, number);
        }

        return number;
    }
}
