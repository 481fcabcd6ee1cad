namespace SinoSovietBot.Storage.Sqlite;

/// <summary>Files that nobody but the user who runs this program may read: they hold what members answered.</summary>
internal static class PrivateFile
{
    /// <summary>
    /// Makes an empty file, for SQLite to fill, unless there is something: what an operator once allowed stays allowed. SQLite gives its journals the
    /// permissions of their database. On Windows the folder's permissions hold.
    /// </summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows() || Path.Exists(path))
            return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        new FileStream(path, options).Dispose();
    }
}
