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
        var best = (Distance: (value.Length / 3) + 1, Candidate: (string?)null);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - value.Length) < best.Distance && Distance(value, candidate.ToLowerInvariant()) is var distance && distance < best.Distance)
            {
                best = (distance, candidate);
            }
        }

        return best.Candidate;
    }

    /// <summary>Levenshtein: letters to put in, take out or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
