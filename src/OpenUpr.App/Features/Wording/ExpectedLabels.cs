using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Features.Wording;

/// <summary>An expected response and what it rests on, in words.</summary>
internal static class ExpectedLabels
{
    public static string Say(ExpectedResponse expected, string state) => Numbers.Fill(
        expected.TooLittle ? WordingWords.Expected_Others : WordingWords.Expected_Own, state, Tens(expected.Supported), Share(expected.Low), Share(expected.High));

    public static string Basis(ExpectedBasis basis, string state) => Numbers.Fill(
        basis.Kind switch
        {
            ExpectedBasisKind.StateIssueAction => WordingWords.Basis_StateIssueAction,
            ExpectedBasisKind.StateIssue => WordingWords.Basis_StateIssue,
            ExpectedBasisKind.StateAction => WordingWords.Basis_StateAction,
            ExpectedBasisKind.State => WordingWords.Basis_State,
            ExpectedBasisKind.RegionIssue => WordingWords.Basis_RegionIssue,
            ExpectedBasisKind.Issue => WordingWords.Basis_Issue,
            ExpectedBasisKind.Action => WordingWords.Basis_Action,
            ExpectedBasisKind.StateRsGroup => WordingWords.Basis_StateRsGroup,
            _ => WordingWords.Basis_All,
        },
        state, Numbers.Count(basis.Texts), Numbers.Count(basis.Supported));

    /// <summary>0 to 10: "about 7 in 10" promises no more than a probability of this kind holds.</summary>
    private static int Tens(double share) => (int)Math.Round(share * 10, MidpointRounding.AwayFromZero);

    private static string Share(double share) => Numbers.Share((int)Math.Round(share * 100), 100);
}
