using OpenUpr.Search.Text;

namespace OpenUpr.Import;

/// <summary>Finds the known value that a misspelt one probably means. It only ever suggests; a person corrects the file.</summary>
internal sealed class Suggester
{
    /// <summary>Comparing is slow, and a file full of wrong values is helped by the first ones.</summary>
    private const int MaxComparisons = 500;

    private const int LongestValue = 60;

    private readonly Dictionary<string, string?> _found = [];

    /// <summary>" Did you mean 'X'?" for the nearest of the candidates, or nothing where none is near.</summary>
    public string For(string value, IEnumerable<string> candidates)
    {
        if (value.Length is 0 or > LongestValue)
        {
            return "";
        }

        if (!_found.TryGetValue(value, out var nearest))
        {
            if (_found.Count >= MaxComparisons)
            {
                return "";
            }

            nearest = Nearest(value.ToLowerInvariant(), candidates);
            _found[value] = nearest;
        }

        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    private static string? Nearest(string value, IEnumerable<string> candidates)
    {
        var (limit, best) = (value.Length / 3, (string?)null);
        foreach (var candidate in candidates)
        {
            if (EditDistance.Between(value, candidate.ToLowerInvariant(), limit) is var distance && distance <= limit)
            {
                (limit, best) = (distance - 1, candidate);
            }
        }

        return best;
    }
}
