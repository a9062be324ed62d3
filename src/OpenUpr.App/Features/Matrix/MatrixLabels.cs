using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>Where a list comes from, in a sentence.</summary>
internal static class MatrixLabels
{
    public static string Basis(MatrixSheet sheet) => sheet.Basis switch
    {
        MatrixSheet.Paper => Numbers.Fill(MatrixWords.Basis_paper, sheet.Origin),
        MatrixSheet.Uploaded => Numbers.Fill(MatrixWords.Basis_upload, sheet.Origin),
        MatrixSheet.Carried => MatrixWords.Basis_follow_up,
        _ => MatrixWords.Basis_database,
    };
}
