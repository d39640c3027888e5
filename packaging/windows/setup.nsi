; Installs Peer Desktop for one person without any administrator, or for everyone with one.
;   setup.exe [/S] [/AllUsers] [/D=FOLDER]        Uninstall.exe [/S] [/KEEPDATA]
Unicode true
Target amd64-unicode
ManifestSupportedOS Win10
ManifestDPIAware true
!ifdef HARD
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!else
  SetCompressor zlib
!endif

!include "MUI2.nsh"
!include "nsDialogs.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define NAME "Peer Desktop"
!define PROGRAM "Peer Desktop.exe"
!define OWN_KEY "Software\Peer Desktop"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Peer Desktop"
!define BUNDLE_TYPE "PeerDesktop.Bundle"

Name "${NAME}"
OutFile "${RESULT}"
RequestExecutionLevel user
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "Peer Desktop ${VERSION}"
AllowSkipFiles off

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

Var ForEveryone     ; 1 or 0
Var RadioMe
Var RadioEveryone
Var RemoveData      ; 1 or 0, in the uninstaller
Var RadioKeep
Var RadioRemove

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_NOW)"
!define MUI_FINISHPAGE_NOAUTOCLOSE

Page custom WhoPage WhoLeave
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.DataPage un.DataLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString WHO_TITLE ${LANG_ENGLISH} "Who will use Peer Desktop?"
LangString WHO_TITLE ${LANG_FRENCH} "Qui utilisera Peer Desktop?"
LangString WHO_TEXT ${LANG_ENGLISH} "It works without internet either way."
LangString WHO_TEXT ${LANG_FRENCH} "Il fonctionne sans Internet dans les deux cas."
LangString WHO_ME ${LANG_ENGLISH} "Only &me. No administrator is needed."
LangString WHO_ME ${LANG_FRENCH} "&Moi seulement. Aucun administrateur n’est nécessaire."
LangString WHO_EVERYONE ${LANG_ENGLISH} "&Everyone who uses this computer. Windows asks for an administrator."
LangString WHO_EVERYONE ${LANG_FRENCH} "&Toutes les personnes qui utilisent cet ordinateur. Windows demande un administrateur."
LangString NOT_ALLOWED ${LANG_ENGLISH} "Only an administrator can install Peer Desktop for everyone. You can install it for yourself."
LangString NOT_ALLOWED ${LANG_FRENCH} "Seul un administrateur peut installer Peer Desktop pour tout le monde. Vous pouvez l’installer pour vous-même."
LangString NOT_64 ${LANG_ENGLISH} "Peer Desktop needs 64-bit Windows 10 or newer. Nothing was installed."
LangString NOT_64 ${LANG_FRENCH} "Peer Desktop exige Windows 10 (64 bits) ou une version plus récente. Rien n’a été installé."
LangString IS_OPEN ${LANG_ENGLISH} "Peer Desktop is open. Close its window, then choose Retry. Nothing was changed."
LangString IS_OPEN ${LANG_FRENCH} "Peer Desktop est ouvert. Fermez sa fenêtre, puis choisissez Recommencer. Rien n’a été modifié."
LangString NOT_REMOVED ${LANG_ENGLISH} "The installed version could not be removed, so the new one was not installed. Restart the computer and try again."
LangString NOT_REMOVED ${LANG_FRENCH} "La version installée n’a pas pu être retirée; la nouvelle n’a donc pas été installée. Redémarrez l’ordinateur et réessayez."
LangString OPEN_NOW ${LANG_ENGLISH} "Open Peer Desktop"
LangString OPEN_NOW ${LANG_FRENCH} "Ouvrir Peer Desktop"
LangString BUNDLE_FILE ${LANG_ENGLISH} "Peer Desktop bundle"
LangString BUNDLE_FILE ${LANG_FRENCH} "Paquet de Peer Desktop"
LangString DATA_TITLE ${LANG_ENGLISH} "Remove Peer Desktop"
LangString DATA_TITLE ${LANG_FRENCH} "Retirer Peer Desktop"
LangString DATA_TEXT ${LANG_ENGLISH} "What should happen to the directories that were installed, the trusted publishers, the settings and everything that you saved?"
LangString DATA_TEXT ${LANG_FRENCH} "Que faire des répertoires installés, des éditeurs de confiance, des réglages et de tout ce que vous avez enregistré?"
LangString DATA_KEEP ${LANG_ENGLISH} "&Keep them on this computer, for a later installation."
LangString DATA_KEEP ${LANG_FRENCH} "Les &garder sur cet ordinateur, pour une installation future."
LangString DATA_REMOVE ${LANG_ENGLISH} "Remove them &too. Nothing of Peer Desktop is left, and this cannot be undone."
LangString DATA_REMOVE ${LANG_FRENCH} "Les retirer &aussi. Il ne reste rien de Peer Desktop, et cela est définitif."

; -- where it goes ---------------------------------------------------------------------------------

!macro ForMe un
Function ${un}ForMe
  StrCpy $ForEveryone 0
  SetShellVarContext current
FunctionEnd
Function ${un}ForEveryone
  StrCpy $ForEveryone 1
  SetShellVarContext all
FunctionEnd
!macroend
!insertmacro ForMe ""
!insertmacro ForMe "un."

; The folder of an earlier installation, or the usual one; a folder named with /D stays.
Function ChooseFolder
  ReadRegStr $0 SHCTX "${OWN_KEY}" "Folder"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $ForEveryone = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
FunctionEnd

; Pushes 1 or 0.
Function IsAdministrator
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Push 1
  ${Else}
    Push 0
  ${EndIf}
FunctionEnd

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(NOT_64)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  Call ForMe
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    Call IsAdministrator
    Pop $0
    ${If} $0 = 0
      MessageBox MB_ICONSTOP "$(NOT_ALLOWED)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    Call ForEveryone
  ${EndIf}
  ${If} $INSTDIR == ""
    Call ChooseFolder
  ${EndIf}
FunctionEnd

; -- for whom --------------------------------------------------------------------------------------

Function WhoPage
  !insertmacro MUI_HEADER_TEXT "$(WHO_TITLE)" "$(WHO_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 20u 100% 24u "$(WHO_ME)"
  Pop $RadioMe
  ${NSD_CreateRadioButton} 0 50u 100% 24u "$(WHO_EVERYONE)"
  Pop $RadioEveryone
  ${If} $ForEveryone = 1
    ${NSD_Check} $RadioEveryone
  ${Else}
    ${NSD_Check} $RadioMe
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function WhoLeave
  ${NSD_GetState} $RadioEveryone $0
  ${If} $0 <> ${BST_CHECKED}
    Call ForMe
    Call ChooseFolder
    Return
  ${EndIf}
  Call IsAdministrator
  Pop $0
  ${If} $0 = 1
    Call ForEveryone
    Call ChooseFolder
    Return
  ${EndIf}
  ; Windows asks for the administrator; the setup started with that right goes on from here.
  ClearErrors
  ExecShell "runas" "$EXEPATH" "/AllUsers"
  ${If} ${Errors}
    MessageBox MB_ICONEXCLAMATION "$(NOT_ALLOWED)"
    Abort
  ${EndIf}
  Quit
FunctionEnd

; -- installing ------------------------------------------------------------------------------------

; A library that is in use cannot be opened for writing.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\program\python\python311.dll"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\program\python\python311.dll" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 5
  Quit
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; Takes an earlier version away by its own list; what a person keeps is not touched.
Function RemoveEarlier
  ${IfNot} ${FileExists} "$INSTDIR\Uninstall.exe"
    Return
  ${EndIf}
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\Uninstall.exe"
  ClearErrors
  ExecWait '"$PLUGINSDIR\Uninstall.exe" /S /KEEPDATA _?=$INSTDIR' $0
  ${If} ${Errors}
  ${OrIf} $0 <> 0
    MessageBox MB_ICONSTOP "$(NOT_REMOVED)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  Call RemoveEarlier
  SetOverwrite on
  !include "${LISTS}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${OWN_KEY}" "Version" "${VERSION}"

  WriteRegStr SHCTX "Software\Classes\.peerbundle" "" "${BUNDLE_TYPE}"
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_TYPE}" "" "$(BUNDLE_FILE)"
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

; -- removing --------------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  Call un.ForMe
  ReadRegStr $0 HKLM "${OWN_KEY}" "Folder"
  ${If} $0 == $INSTDIR
    Call un.ForEveryone
  ${EndIf}
  ; Nothing is left behind, unless somebody asks to keep it.
  StrCpy $RemoveData 1
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/KEEPDATA" $R1
  ${IfNot} ${Errors}
    StrCpy $RemoveData 0
  ${EndIf}
FunctionEnd

Function un.DataPage
  !insertmacro MUI_HEADER_TEXT "$(DATA_TITLE)" ""
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 30u "$(DATA_TEXT)"
  Pop $0
  ${NSD_CreateRadioButton} 0 36u 100% 24u "$(DATA_KEEP)"
  Pop $RadioKeep
  ${NSD_CreateRadioButton} 0 64u 100% 24u "$(DATA_REMOVE)"
  Pop $RadioRemove
  ; Neither is chosen beforehand: a person who only presses Enter loses nothing and leaves nothing unasked.
  GetDlgItem $0 $HWNDPARENT 1
  EnableWindow $0 0
  ${NSD_OnClick} $RadioKeep un.DataChosen
  ${NSD_OnClick} $RadioRemove un.DataChosen
  nsDialogs::Show
FunctionEnd

Function un.DataChosen
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  EnableWindow $0 1
FunctionEnd

Function un.DataLeave
  ${NSD_GetState} $RadioRemove $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $RemoveData 1
  ${Else}
    StrCpy $RemoveData 0
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !include "${LISTS}/remove.nsh"
  Delete "$INSTDIR\Uninstall.exe"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  ${If} $ForEveryone = 0
    ; Windows' own folder for programs of one person; it goes only if it is empty.
    RMDir "$LOCALAPPDATA\Programs"
  ${EndIf}

  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${OWN_KEY}"
  DeleteRegKey SHCTX "Software\Classes\${BUNDLE_TYPE}"
  ReadRegStr $0 SHCTX "Software\Classes\.peerbundle" ""
  ${If} $0 == "${BUNDLE_TYPE}"
    DeleteRegKey SHCTX "Software\Classes\.peerbundle"
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${If} $RemoveData = 1
    ; The program's own folders (paths.home_folder, install_kind.machine_folder), never the one it was installed to.
    ${If} $ForEveryone = 1
      RMDir /r "$APPDATA\${NAME}"
    ${EndIf}
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\${NAME}"
  ${EndIf}
SectionEnd
