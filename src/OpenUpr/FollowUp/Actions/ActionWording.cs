using OpenUpr.Drafting.Lists;
using OpenUpr.Reviews;

namespace OpenUpr.FollowUp.Actions;

/// <summary>Words of the implementation matrix in the languages of submissions (Data/action-words.csv).</summary>
public static class ActionWording
{
    private static readonly Dictionary<(string Code, string Language), string> s_words =
        (from row in ReferenceTable.Read("OpenUpr.FollowUp.Actions.Data.action-words.csv").ToList()
         from language in MatrixWording.Languages
         select (Key: (row["code"], language), Word: row[language])).ToDictionary(w => w.Key, w => w.Word);

    /// <param name="language">Tag; English where there are no words in it.</param>
    public static string Of(string code, string language) => s_words[(code, MatrixWording.Main(language))];
}
