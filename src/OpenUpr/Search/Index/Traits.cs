using OpenUpr.Recommendations;

namespace OpenUpr.Search.Index;

/// <summary>Kind, position and action of a pair in one small number, so that one counter serves three facets.</summary>
internal static class Traits
{
    /// <summary>Possible values.</summary>
    public const int Size = 64;

    private const int MaxAction = 5;

    public static byte Pack(RecommendationKind kind, Position? position, int? action) => (byte)(
        (kind == RecommendationKind.Pledge ? 1 : 0)
        | ((int?)position ?? 0) << 1
        | (action is >= 1 and <= MaxAction ? action.Value : 0) << 3);

    public static byte WithoutAction(byte traits) => (byte)(traits & 7);

    public static RecommendationKind Kind(int traits) => (traits & 1) == 1 ? RecommendationKind.Pledge : RecommendationKind.Recommendation;

    public static Position? Position(int traits) => (traits >> 1 & 3) is var p and > 0 ? (Position)p : null;

    public static int? Action(int traits) => (traits >> 3) is var a and > 0 and <= MaxAction ? a : null;
}
