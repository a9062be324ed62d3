using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>What a column of a thematic list holds.</summary>
internal enum ListColumn
{
    /// <summary>Number, text and (unless they have a column of their own) States of a recommendation, and where its position stands.</summary>
    Text,
    States,
    Position,

    /// <summary>Themes; before cycle 4 the goals and in every cycle the persons as well.</summary>
    Themes,
    Sdgs,
    Persons,

    /// <summary>Left empty by OHCHR for those who use the list.</summary>
    Comments,
}

/// <summary>Tells the columns of a list by their heads, which changed from cycle to cycle.</summary>
internal static class ListColumns
{
    /// <summary>The columns of cycles 2 and 3, for a list whose head cannot be read.</summary>
    public static readonly IReadOnlyDictionary<int, ListColumn> Usual = new Dictionary<int, ListColumn>
    {
        [0] = ListColumn.Text,
        [1] = ListColumn.Position,
        [2] = ListColumn.Themes,
        [3] = ListColumn.Sdgs,
    };

    /// <summary>What each column holds when this row is the table's head; null when it is none.</summary>
    public static IReadOnlyDictionary<int, ListColumn>? Read(IEnumerable<KeyValuePair<int, string>> cells)
    {
        var columns = new Dictionary<int, ListColumn>();
        foreach (var (index, text) in cells)
        {
            // Heads have a few words; a recommendation that begins with "Position" has more.
            var key = text.Length > 120 ? "" : StateNames.Key(text);
            if (Of(key) is { } column && (column == ListColumn.Themes || !columns.ContainsValue(column)))
            {
                columns[index] = column;
            }
        }

        return columns.ContainsValue(ListColumn.Text) && columns.Count > 1 ? columns : null;
    }

    // English, French and Spanish. The order matters: "Recommendation and recommending State", "Position of the State under review".
    private static ListColumn? Of(string head) => head switch
    {
        _ when head.StartsWith("recommendation", StringComparison.Ordinal) || head.StartsWith("recommandation", StringComparison.Ordinal) || head.StartsWith("recomendacion", StringComparison.Ordinal) => ListColumn.Text,
        _ when Has(head, "position", "posicion", "response", "reponse") => ListColumn.Position,
        _ when Has(head, "recommending", "etat", "estado", "state", "states") => ListColumn.States,
        _ when Has(head, "assessment", "comments", "implementation", "commentaires", "comentarios") => ListColumn.Comments,
        _ when Has(head, "theme", "themes", "rights", "right", "area", "tema", "temas", "droits") => ListColumn.Themes,
        _ when Has(head, "sdg", "sdgs", "odd", "ods", "goals") => ListColumn.Sdgs,
        _ when Has(head, "persons", "groups", "personnes", "personas") => ListColumn.Persons,
        _ => null,
    };

    private static bool Has(string head, params string[] words) => head.Split(' ').Any(words.Contains);
}
