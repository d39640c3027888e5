/* Starts the program: python\pythonw.exe -m start, waits for it, and ends with its exit code.
   Compiled twice: for the window, and with -DTERMINAL for the terminal (python.exe, --terminal). */
#include <windows.h>
#include <wchar.h>

#define LONGEST 32768

#ifdef TERMINAL
#define PYTHON L"python.exe"
#define ASKED L" --terminal"
#else
#define PYTHON L"pythonw.exe"
#define ASKED L""
#endif

static WCHAR folder[LONGEST], python[LONGEST], line[LONGEST];

static int incomplete(void)
{
    int french = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_FRENCH;
    MessageBoxW(NULL,
        french ? L"Il manque des fichiers \x00e0 Peer Desktop. Installez-le ou copiez-le de nouveau."
               : L"Files of Peer Desktop are missing. Install it or copy it again.",
        L"Peer Desktop", MB_ICONERROR);
    return 3;
}

/* What follows the program's own name on the command line, as it was typed. */
static const WCHAR *arguments(void)
{
    const WCHAR *at = GetCommandLineW();
    if (*at == L'"') {
        for (at++; *at && *at != L'"'; at++) { }
        if (*at) at++;
    } else {
        while (*at && *at != L' ' && *at != L'\t') at++;
    }
    return at;
}

static int run(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST), exit_code = 3;
    STARTUPINFOW how;
    PROCESS_INFORMATION started;
    if (!length || length == LONGEST) return incomplete();
    *wcsrchr(folder, L'\\') = 0;
    if (_snwprintf(python, LONGEST, L"%ls\\program\\python\\" PYTHON, folder) < 0) return incomplete();
    if (_snwprintf(line, LONGEST, L"\"%ls\" -X utf8 -B -m start" ASKED L"%ls", python, arguments()) < 0)
        return incomplete();
    SetEnvironmentVariableW(L"PEER_DESKTOP_PACKAGE", folder);
    GetStartupInfoW(&how);
    if (!CreateProcessW(python, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &started)) return incomplete();
    CloseHandle(started.hThread);
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &exit_code);
    return (int)exit_code;
}

#ifdef TERMINAL
int wmain(void) { return run(); }
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, PWSTR typed, int show) { return run(); }
#endif
