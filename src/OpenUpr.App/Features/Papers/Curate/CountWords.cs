using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Papers;

namespace OpenUpr.App.Features.Papers.Curate;

internal static class CountWords
{
    /// <summary>What was read, in words: "254 recommendations added, 12 there already, 310 paragraphs"; only what there is.</summary>
    public static string Of(UploadReport report)
    {
        var parts = new List<string>();
        Add(report.Recommendations, PapersWords.Count_Added);
        Add(report.Pledges, PapersWords.Count_Pledges);
        Add(report.Known, PapersWords.Count_Known);
        Add(report.Passages, PapersWords.Count_Passages);
        return parts.Count == 0 ? report.RowsRead > 0 ? PapersWords.Count_Nothing : PapersWords.Count_Unread : string.Join(", ", parts);

        void Add(int count, string words)
        {
            if (count > 0)
            {
                parts.Add(Numbers.Fill(words, Numbers.Count(count)));
            }
        }
    }
}
