using OpenUpr.Recommendations;

namespace OpenUpr.Search.Language;

/// <summary>The values of fields that know only a few words.</summary>
internal static class SettingValues
{
    /// <summary>The words of a field, as shown in messages.</summary>
    public static IReadOnlyList<string> Of(string name) => name switch
    {
        SearchFields.Issues => ["any", "all"],
        SearchFields.Response => ["supported", "noted", "pending"],
        SearchFields.Kind => ["recommendation", "pledge", "all"],
        SearchFields.Synonyms => ["on", "off"],
        SearchFields.Labels => ["all", "people"],
        _ => [],
    };

    public static bool TryIssues(string value, FilterBuilder filters)
    {
        bool? all = Word(value) switch { "all" => true, "any" => false, _ => null };
        filters.AllIssues = all ?? filters.AllIssues;
        return all is not null;
    }

    public static bool TrySynonyms(string value, FilterBuilder filters)
    {
        bool? use = Word(value) switch { "on" => true, "off" => false, _ => null };
        filters.Synonyms = use ?? filters.Synonyms;
        return use is not null;
    }

    public static bool TryLabels(string value, FilterBuilder filters)
    {
        LabelScope? scope = Word(value) switch { "all" => LabelScope.All, "people" => LabelScope.People, _ => null };
        filters.Labels = scope ?? filters.Labels;
        return scope is not null;
    }

    /// <summary>"Accepted" was UPR Info's word for supported; it is understood and never shown.</summary>
    public static bool TryResponse(string value, FilterBuilder filters)
    {
        Position? position = Word(value) switch
        {
            "supported" or "accepted" => Position.Supported,
            "noted" => Position.Noted,
            "pending" => Position.Pending,
            _ => null,
        };
        return position is { } p && (filters.Positions.Add(p) || true);
    }

    public static bool TryKind(string value, FilterBuilder filters)
    {
        KindFilter? kind = Word(value) switch
        {
            "recommendation" or "recommendations" => KindFilter.Recommendation,
            "pledge" or "pledges" => KindFilter.Pledge,
            "all" => KindFilter.All,
            _ => null,
        };
        if (kind is { } k)
        {
            filters.AddKind(k);
        }

        return kind is not null;
    }

    private static string Word(string value) => value.Trim().ToLowerInvariant();
}
