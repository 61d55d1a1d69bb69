namespace Oms.Graph.Tests.House;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Oms.sln</c>.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Oms.sln")))
                return folder.FullName;
        throw new InvalidOperationException("the test is not run from within the repository");
    }
}
