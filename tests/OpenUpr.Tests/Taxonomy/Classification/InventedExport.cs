using System.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Tests.Taxonomy.Classification;

/// <summary>An export of invented recommendations whose category follows from the verb, so that little is enough to learn it.</summary>
internal static class InventedExport
{
    private static readonly string[] s_objects = ["the gardens of the capital", "its lighthouses", "the ferry across the lake", "the rights of beekeepers"];

    private static readonly (int Action, string[] Verbs)[] s_verbs =
    [
        (1, ["Seek assistance for", "Share its experience with"]),
        (2, ["Continue to care for", "Pursue its work on"]),
        (3, ["Consider repairing", "Study the state of"]),
        (4, ["Strengthen", "Promote", "Improve"]),
        (5, ["Adopt a law on", "Ratify the convention on", "Establish an office for"]),
    ];

    public static IReadOnlyList<TrainingExample> Examples() =>
    [
        .. from session in Enumerable.Range(1, 3)
           from verbs in s_verbs
           from verb in verbs.Verbs
           from thing in s_objects
           select new TrainingExample($"{verb} {thing}, as said in year {session}", verbs.Action, ["other"], session),
    ];

    /// <summary>The export as a .csv of UPR Info's columns, with a pledge at its end.</summary>
    public static string Csv(string lineEnd = "\r\n")
    {
        var text = new StringBuilder("To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session" + lineEnd);
        foreach (var example in Examples())
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Slovenia,EEG,EU,\"{example.Text}\",France,WEOG,EU,Accepted,{example.Action},Other,{example.Session}{lineEnd}");
        }

        return text + "Slovenia,EEG,EU,We shall open a museum,Slovenia,EEG,EU,Voluntary Pledge,5,Other,3" + lineEnd;
    }
}
