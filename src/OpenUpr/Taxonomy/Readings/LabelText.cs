using System.Globalization;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>Labels with their confidence as a reading keeps them: "torture:0.98;justice:0.61", the surest first.</summary>
internal static class LabelText
{
    public static string Write(IReadOnlyList<ScoredLabel> labels) => string.Join(';', labels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Value}:{l.Confidence:0.###}")));

    public static IReadOnlyList<ScoredLabel> Read(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var labels = new List<ScoredLabel>(4);
        foreach (var part in text.AsSpan().Split(';'))
        {
            var label = text.AsSpan(part);
            var colon = label.LastIndexOf(':');
            labels.Add(new ScoredLabel(label[..colon].ToString(), double.Parse(label[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture)));
        }

        return labels;
    }
}
